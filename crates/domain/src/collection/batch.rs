//! 评价批次: draft → open → frozen → published → closed.

use super::machine::{Refusal, words};

words! {
    /// How far an evaluation is.
    Batch {
        /// Being set up.
        Draft = "draft" "草稿" "draft";
        /// Values are collected, confirmed and reviewed.
        Open = "open" "采集中" "open";
        /// Nothing is collected any more; runs are computed.
        Frozen = "frozen" "已冻结" "frozen";
        /// A run is published; only corrections follow.
        Published = "published" "已发布" "published";
        /// Over.
        Closed = "closed" "已结束" "closed";
    }
}

words! {
    /// What is done to an evaluation.
    BatchAction {
        /// Title, scheme, items, tolerances, priorities.
        Arrange = "arrange" "调整方案和数据项" "arrange scheme and items";
        /// Deadlines and extensions.
        Schedule = "schedule" "调整日程" "change the calendar";
        /// Adding and removing participants.
        Enrol = "enrol" "增减参评企业" "change who takes part";
        /// Opening.
        Open = "open" "启动" "open";
        /// Imports, filings, reviews, decisions between sources.
        Collect = "collect" "采集和审核数据" "collect and review";
        /// Freezing.
        Freeze = "freeze" "冻结" "freeze";
        /// Going back to collecting before anything is published.
        Thaw = "thaw" "解冻" "thaw";
        /// Computing a draft run.
        Run = "run" "计算" "compute";
        /// Publishing a run.
        Publish = "publish" "发布" "publish";
        /// Objecting to a value.
        Object = "object" "提出异议" "object";
        /// Closing.
        Close = "close" "结束" "close";
    }
}

impl Batch {
    /// The state after `action`.
    ///
    /// # Errors
    /// Why it is not allowed now.
    pub fn after(self, action: BatchAction) -> Result<Self, Refusal> {
        use BatchAction as Do;
        match (self, action) {
            (Self::Draft, Do::Arrange | Do::Schedule | Do::Enrol) => Ok(Self::Draft),
            (Self::Open, Do::Schedule | Do::Enrol | Do::Collect | Do::Object) => Ok(Self::Open),
            (Self::Draft, Do::Open) | (Self::Frozen, Do::Thaw) => Ok(Self::Open),
            (Self::Open, Do::Freeze) | (Self::Frozen, Do::Run | Do::Object) => Ok(Self::Frozen),
            (Self::Frozen, Do::Publish) | (Self::Published, Do::Run | Do::Publish | Do::Object) => {
                Ok(Self::Published)
            }
            (Self::Published, Do::Close) => Ok(Self::Closed),
            _ => Err(self.refusal(action)),
        }
    }

    fn refusal(self, action: BatchAction) -> Refusal {
        use BatchAction as Do;
        let (code, zh, en) = match (self, action) {
            (Self::Closed, _) => {
                ("batch-closed", "本批次已结束，不能再改动", "the evaluation is closed; nothing can change")
            }
            (Self::Draft, _) => ("batch-not-open", "本批次尚未启动", "the evaluation is not open yet"),
            (Self::Open, Do::Arrange) => (
                "batch-open-already",
                "本批次已启动，方案和数据项不能再改",
                "the evaluation is open; its scheme and items stand",
            ),
            (Self::Open, Do::Open) => {
                ("batch-open-already", "本批次已启动", "the evaluation is open already")
            }
            (Self::Open, Do::Run | Do::Publish | Do::Thaw | Do::Close) => {
                ("batch-not-frozen", "须先冻结数据", "freeze the data first")
            }
            (Self::Frozen, Do::Close) => {
                ("batch-not-published", "结果发布后才能结束", "it is closed after a run is published")
            }
            (Self::Frozen, _) => (
                "batch-frozen",
                "数据已冻结；发布前如确需改动，请先解冻",
                "the data are frozen; thaw them first if they must change before publication",
            ),
            (Self::Published, Do::Thaw | Do::Collect | Do::Enrol | Do::Arrange | Do::Schedule) => (
                "batch-published",
                "结果已发布，不能直接改动数据；确有错误请走异议更正",
                "a run is published and stands; a mistake is mended by objection and correction",
            ),
            (Self::Published | Self::Open, _) => {
                ("batch-published", "结果已发布", "a run is published already")
            }
        };
        Refusal::new(code, zh, en)
    }
}
