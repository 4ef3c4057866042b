//! The columns of the zone: items of `rules/items/enterprise.yaml`, by code.
//!
//! Points given by experts (`expert_…`) are left out: nobody has reviewed a drawn enterprise.

macro_rules! columns {
    ($($variant:ident $code:literal,)*) => {
        /// A column; its discriminant is its place in a row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Column { $($variant,)* }

        impl Column {
            /// Every column, in row order.
            pub(crate) const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The item's code.
            pub(crate) const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
    };
}

columns! {
    CreditCode "credit_code",
    Name "name",
    FoundedOn "founded_on",
    ZoneEnteredOn "zone_entered_on",
    Park "park",
    District "district",
    IndustryCode "industry_code",
    IndustrySection "industry_section",
    SizeIndustry "size_industry",
    TechField "tech_field",
    EmergingIndustry "emerging_industry",
    RegistrationType "registration_type",
    Status "status",
    RegisteredCapital "registered_capital",
    Listed "listed",
    MainlandResident "mainland_resident",
    Labels "labels",
    OperatingRevenue "operating_revenue",
    MainRevenue "main_revenue",
    SalesRevenue "sales_revenue",
    HitechRevenue "hitech_revenue",
    TotalIncome "total_income",
    TechnicalIncome "technical_income",
    Exports "exports",
    TotalCosts "total_costs",
    NetProfit "net_profit",
    TaxesPaid "taxes_paid",
    TotalAssets "total_assets",
    TotalLiabilities "total_liabilities",
    NetAssets "net_assets",
    LoanBalance "loan_balance",
    RdExpense "rd_expense",
    RdExpenseDomestic "rd_expense_domestic",
    RdOutsourced "rd_outsourced",
    RdTaxRelief "rd_tax_relief",
    Staff "staff",
    EmployeesYearEnd "employees_year_end",
    EmployeesAverage "employees_average",
    TechStaff "tech_staff",
    RdStaff "rd_staff",
    GraduatesHired "graduates_hired",
    Postgraduates "postgraduates",
    Doctors "doctors",
    Bachelors "bachelors",
    Returnees "returnees",
    LeadingTalents "leading_talents",
    InventionApplications "invention_applications",
    PctApplications "pct_applications",
    InventionsInForce "inventions_in_force",
    Class1Ip "class1_ip",
    Class2Ip "class2_ip",
    Class1IpOwn "class1_ip_own",
    Class1IpHighValue "class1_ip_high_value",
    SoftwareCopyrights "software_copyrights",
    TechnologyContracts "technology_contracts",
    ResultConversions "result_conversions",
    Standards "standards",
    Platforms "platforms",
    Awards "awards",
    Projects "projects",
    VentureCapital "venture_capital",
    EquityFinancing "equity_financing",
    Valuation "valuation",
    NicheYears "niche_years",
    MarketShare "market_share",
    TaxCreditRating "tax_credit_rating",
    EnvironmentalCredit "environmental_credit",
    MajorAccident "major_accident",
    QualityAccident "quality_accident",
    EnvironmentalViolation "environmental_violation",
    DataIncident "data_incident",
    DishonestDebtor "dishonest_debtor",
    ResearchMisconduct "research_misconduct",
    AbnormalOperation "abnormal_operation",
    SeriousViolation "serious_violation",
    TaxEvasion "tax_evasion",
    FalseDeclaration "false_declaration",
    OperatingYears "operating_years",
    Class2IpUsed "class2_ip_used",
    OwnIp "own_ip",
    StandardsOrCodes "standards_or_codes",
    IncidentLastOrThisYear "incident_last_or_this_year",
    IncidentWithinOneYear "incident_within_one_year",
    NationalAwardTopThree "national_award_top_three",
    ProvincialRdInstitution "provincial_rd_institution",
    LedStandards "led_standards",
    ProductsAllowed "products_allowed",
    CoreIpChecked "core_ip_checked",
    IpAdvancement "ip_advancement",
    IpCoreSupport "ip_core_support",
    SizeClass "size_class",
    Class1IpMain "class1_ip_main",
    ProvincialAward "provincial_award",
    AwardRanked "award_ranked",
    MinistryAwardTopThree "ministry_award_top_three",
    NationalAwardTopThree3y "national_award_top_three_3y",
    HonoursInForce "honours_in_force",
    MakerChina500 "maker_china_500",
    MakerChina50 "maker_china_50",
    QualityAward "quality_award",
    QualitySystem "quality_system",
    OwnBrand "own_brand",
    StandardsJoined "standards_joined",
    CoreBusinessInformed "core_business_informed",
    SystemCertified "system_certified",
    MarketTopThree "market_top_three",
    PrivateInvestment "private_investment",
    TalentOrAward "talent_or_award",
    ChainPosition "chain_position",
    DigitalLevel "digital_level",
    RdInstitutionLevel "rd_institution_level",
    ChainChecked "chain_checked",
    FieldChecked "field_checked",
    DirectionChecked "direction_checked",
    MarketPositionChecked "market_position_checked",
    EagletChecked "eaglet_checked",
    LocalFeaturePoints "local_feature_points",
    DevelopmentScore "development_score",
    OwnIpApplied "own_ip_applied",
    OwnIpGranted "own_ip_granted",
    PctFiled "pct_filed",
    EarlyInvestment "early_investment",
    EquityFinancingTotal "equity_financing_total",
    ValuationRmb "valuation_rmb",
    BaseRevenue "base_revenue",
}

impl Column {
    /// How often, in a thousand, a department has not delivered the value.
    ///
    /// Items of the titles lose theirs when they are drawn (see `titles`). Revenue decides the stage and comes from tax returns, so it is seldom missing; registers of misconduct are
    /// nearly complete. Identity, status and labels are never missing in the demo.
    pub(crate) const fn gap_permille(self) -> i64 {
        match self as usize {
            index if index < Self::TechField as usize => 0,
            index if index <= Self::EmergingIndustry as usize => 15,
            index if index < Self::OperatingRevenue as usize => 0,
            index if index == Self::OperatingRevenue as usize => 5,
            index if index >= Self::MajorAccident as usize => 2,
            _ => 35,
        }
    }
}
