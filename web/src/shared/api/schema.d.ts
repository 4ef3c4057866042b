// Generated from docs/openapi.json by `npm run types`. Do not edit.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The console's page. */
        get: operations["read_console"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one asked for, and what one could confirm. */
        get: operations["list_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request. */
        get: operations["read_approval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms what another person asked for: it is done now. A request whose thing was changed meanwhile, or whose
         *     first person may not do it any more, lapses instead.
         */
        post: operations["confirm_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines what another person asked for. */
        post: operations["decline_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what one asked for oneself. */
        post: operations["withdraw_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a file, as filtered and sorted. */
        get: operations["export_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file, to be saved: no browser shows it as a page of the platform. That somebody else's file was fetched is
         *     written down.
         */
        get: operations["fetch_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of the log that the caller may see. */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a file, as filtered and sorted. */
        get: operations["export_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head of the chain, to be kept elsewhere. */
        get: operations["read_audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a verification of the whole log; the job's result names everything wrong. */
        post: operations["verify_audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries the caller may see: officers those of their zone, enterprises their own. */
        get: operations["list_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists the caller may see. */
        get: operations["list_award_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list with its sums. */
        get: operations["read_award_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-lists/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a list on: on public notice, back to review, to payment, to its end; or gives it up. */
        post: operations["move_award_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-lists/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts every award of the list whose account is confirmed into a batch. */
        post: operations["prepare_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-lists/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists as a file. */
        get: operations["export_award_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objections the caller may see: officers those to lists of their zone, enterprises their own. */
        get: operations["list_award_objections"];
        put?: never;
        /** Objects to a list while it is on public notice. Payment does not begin before every objection is decided. */
        post: operations["raise_award_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-objections/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides an objection; the objector is told. Of one that is upheld the award is struck off its list. */
        post: operations["decide_award_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/award-objections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_award_objections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The awards the caller may see: officers those of their zone, enterprises their own. */
        get: operations["list_awards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One award. */
        get: operations["read_award"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms the account an award is paid to. It is kept sealed, shown with its last four digits, and does not change any
         *     more once the award is in a batch of payments.
         */
        post: operations["confirm_award"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}/strike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Strikes an award off its list, or puts it back on. The enterprise can read the reason. */
        post: operations["strike_award"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that paid money came back: returned by the bank, or clawed back by the zone. The payment stays in the ledger and
         *     a negative entry follows it.
         */
        post: operations["take_award_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The awards as a file, as filtered and sorted; accounts as they are shown. */
        get: operations["export_awards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The backups in the folder of backups. */
        get: operations["read_backups"];
        put?: never;
        /** Asks for a backup now; the job's result names the file. */
        post: operations["make_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/banks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The banks that an enterprise may let see its data: those of its zone and of the centre above it. */
        get: operations["list_banks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batches the caller may see. */
        get: operations["list_batches"];
        put?: never;
        /** Makes a batch, as a draft, with the items that its scheme looks at. */
        post: operations["make_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch. */
        get: operations["read_batch"];
        /** Changes a batch. Once it is open only title and calendar can change. */
        put: operations["change_batch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The progress of a batch. */
        get: operations["read_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a batch whose run is published. */
        post: operations["close_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values on which sources differ beyond the tolerance, side by side. */
        get: operations["list_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/conflicts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conflicts as a file, as filtered. */
        get: operations["export_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freezes a batch: nothing is collected any more. Findings of blocking checks stop it. */
        post: operations["freeze_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of a batch, the first one that fits an enterprise first. */
        get: operations["list_batch_groups"];
        /**
         * Sets the groups of a batch and puts everybody into the first one that fits; those whose last day is another now and
         *     who have not submitted are told.
         */
        put: operations["set_batch_groups"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items that a batch asks for, by code. */
        get: operations["list_batch_items"];
        /** Sets what a batch asks for; until it is open. */
        put: operations["set_batch_items"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a batch: from now on values are collected. */
        post: operations["open_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets enterprises of the register take part. One that does already stays as it is. */
        post: operations["enrol_participants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/public-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the results of a year are shown to everybody. */
        get: operations["read_public_list"];
        /**
         * Shows the published results of a year to everybody, or not any more. Only enterprises that let their name stand are
         *     named; a correction shows itself as soon as it is published.
         */
        put: operations["show_results"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks the values that count in a batch, now. */
        get: operations["read_quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reminds the enterprises of a batch that have not submitted, inside the platform. */
        post: operations["remind_participants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filings of a batch that wait for review, those with most differences first. */
        get: operations["list_reviews"];
        put?: never;
        /** Approves every waiting filing of a batch without a difference. */
        post: operations["approve_unchanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a draft run of a frozen batch, or for a correction of a published one. A correction compares with the
         *     published reference: only enterprises whose data changed get other points, and places follow.
         */
        post: operations["compute_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/thaw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thaws a batch before anything is published: values are collected again. */
        post: operations["thaw_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_batches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What banks have read: an enterprise sees the readings of its own data. */
        get: operations["list_consent_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-readings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_consent_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a consent, to be read before it is granted. */
        get: operations["read_consent_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consents the caller may see. */
        get: operations["list_consents"];
        put?: never;
        /** Lets a bank read named fields for one purpose until a day. The text that was read is kept with its digest. */
        post: operations["grant_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One consent with the text that was agreed to. */
        get: operations["read_consent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes a consent: the bank's next reading is refused. */
        post: operations["revoke_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosures/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 联系人 of an enterprise that lets the caller's bank see them. */
        get: operations["disclose_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosures/{id}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指标得分明细 of an enterprise that lets the caller's bank see them: every indicator with its value and why. */
        get: operations["disclose_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosures/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资质标签 of an enterprise that lets the caller's bank see them. */
        get: operations["disclose_labels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosures/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 参考额度 of an enterprise that lets the caller's bank see them, under every product of that bank on the shelf today. */
        get: operations["disclose_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosures/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 创新积分 of an enterprise that lets the caller's bank see them. */
        get: operations["disclose_points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosures/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 基本信息 of an enterprise that lets the caller's bank see it. */
        get: operations["disclose_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprises the caller may see. */
        get: operations["list_enterprises"];
        put?: never;
        /** Enters an enterprise into the register of the caller's zone. */
        post: operations["enter_enterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enterprise. */
        get: operations["read_enterprise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes an enterprise. */
        patch: operations["change_enterprise"];
        trace?: never;
    };
    "/api/v1/enterprises/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an enterprise out of the register. */
        post: operations["close_enterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contacts of an enterprise in full, with the enterprise's version; reading them is written down. */
        get: operations["read_contacts"];
        /** Puts other contacts in the place of those there are; the enterprise has another version then. */
        put: operations["replace_contacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an enterprise, latest first, up to 200 events. */
        get: operations["read_enterprise_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an enterprise a label. */
        post: operations["give_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/ladder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enterprise on every rung: what is met, what is lacking and by how much, and the way up, cheapest step first. */
        get: operations["read_enterprise_ladder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/listing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an enterprise says about its name on public lists. */
        get: operations["read_listing"];
        /** Lets the name of one's own enterprise stand on public lists, or not any more; at once. */
        put: operations["allow_listing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that an enterprise was merged into another. */
        post: operations["merge_enterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enterprise under every product on the shelf: what it could borrow, why, and what it would cost. */
        get: operations["read_enterprise_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enterprise under every policy in force: what it gets, nearly gets, and why not. */
        get: operations["read_enterprise_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/remove-label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a label away that was entered by mistake. */
        post: operations["remove_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{id}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values of an enterprise, by item, year and source. Missing values are not in the list: nobody reported them. */
        get: operations["read_enterprise_values"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register as a file, as filtered and sorted, with the labels held today and the contacts masked. */
        get: operations["export_enterprises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fund-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries the caller may see. */
        get: operations["list_fund_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fund-entries/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books an entry of a fund, by another person than the one who entered it, or strikes it out with a reason. What may be paid is
         *     looked at again as things stand now; entries of one fund and one loan wait for each other.
         */
        post: operations["decide_fund_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fund-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_fund_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The funds of the caller's zone: what is in them, what went in and out, and what they bear of loans that were filed. */
        get: operations["list_funds"];
        put?: never;
        /** Opens a fund of the caller's zone, with nothing in it. */
        post: operations["open_fund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funds/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters money of a fund: it waits for a second person, who books it. What the fund may not pay is refused at once. */
        post: operations["enter_fund_money"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports the caller may see. */
        get: operations["list_imports"];
        put?: never;
        /**
         * Sends a workbook or a CSV file in; the body is the file. The same file for the same purpose again gives the import
         *     there is.
         */
        post: operations["upload_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import. */
        get: operations["read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Says what columns mean or what happens to bad rows, before anything is stored. A preview is made anew afterwards. */
        patch: operations["change_import"];
        trace?: never;
    };
    "/api/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at every row without storing anything: what would be created, changed, left, or rejected, and why. */
        post: operations["preview_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a preview that are worth looking at: rejected and changed ones first, up to 500 of each outcome. */
        get: operations["list_import_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores what the preview showed, in one transaction: all of it or nothing. */
        post: operations["run_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook that was sent, with red cells, notes and a column that says what is wrong with each row. */
        get: operations["fetch_import_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workbook to fill in: text-typed codes, drop-downs, checks while typing, definitions as notes, an example row. */
        get: operations["fetch_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chooses a password by a one-time link; the link is used up and open sessions end. */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data dictionary with what the register asks beyond it, in its order. */
        get: operations["list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs the caller may see. */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job. */
        get: operations["read_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a job to be stopped: at once when it has not begun, else when its worker looks. */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follows a job (Server-Sent Events, `event: job`, the job as data). The stream ends with the job, with the session or
         *     token that asked for it, or when the server shuts down; a caller that comes back gets the present state first. One
         *     person may have eight open.
         */
        get: operations["follow_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/portraits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that a job of portraits made: a zip of workbooks, for seven days. */
        get: operations["fetch_portraits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a file, as filtered and sorted. */
        get: operations["export_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loan-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What should be looked at of the enterprises the caller's bank has lent to: by consents for 贷后管理 and their fields. */
        get: operations["list_loan_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loan-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the loans the caller may see came to: of a zone's enterprises, or of a bank. */
        get: operations["read_loan_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loan-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The instalments of any loan, to the cent: each amount is rounded once, half up, and the last takes what rounding left. */
        get: operations["read_loan_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The loans the caller may see. */
        get: operations["list_loans"];
        put?: never;
        /**
         * Applies for a loan under a product on the shelf. What the product offered by the data of the latest published year, its
         *     version and its file are kept with the application. The bank must be allowed to look: a consent for 授信审批.
         */
        post: operations["apply_for_loan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One loan with what was offered, and everything that happened to it. */
        get: operations["read_loan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enters money that was drawn or repaid. Σ drawn is never more than was granted, Σ repaid never more than was drawn: entries of one
         *     loan wait for each other, and the database refuses what a mistake would let through.
         */
        post: operations["enter_loan_money"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves an application on: the bank accepts, asks, proposes terms, a second person confirms them or sends them back, rejects, signs,
         *     marks overdue, settles; the enterprise answers or withdraws. The other party is told.
         */
        post: operations["move_loan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what the enterprise thinks of the service of the bank: once a loan, when the bank has decided. Bank and zone read it. */
        post: operations["rate_loan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reviews of an application, and the card it is reviewed by. Only its bank sees them. */
        get: operations["list_loan_reviews"];
        put?: never;
        /**
         * Reviews an application: sets what may be lent at most, by the card or against it with a justification. Terms above it cannot be
         *     proposed; another review may set another limit.
         */
        post: operations["review_loan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the scorecard of the caller's bank makes of an application: on the data of the run it was made on, held against the median
         *     of enterprises in the same stage. Read under the consent for 授信审批, and written down for the enterprise.
         */
        get: operations["score_loan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes down what the zone does for a loan: it recommends the application, names who guarantees, or files the loan with a fund
         *     that shares the risk. The bank and the enterprise are told.
         */
        post: operations["support_loan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do. */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the own name or language. */
        patch: operations["change_me"];
        trace?: never;
    };
    "/api/v1/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The identities that I may sign in by. */
        get: operations["list_my_identities"];
        put?: never;
        /** Begins to link an identity: the browser goes to the provider and comes back. */
        post: operations["begin_identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlinks an identity: nobody signs in by it any more. */
        delete: operations["remove_identity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Links the identity that the provider vouches for: from now on one may sign in by it. */
        post: operations["confirm_identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the own password; all other sessions end. */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts over with a new secret; it asks for nothing until it is confirmed. */
        post: operations["begin_second_factor"];
        /** Takes the own one-time codes away. */
        delete: operations["remove_second_factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the secret with its first code; from now on signing in asks for one. */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own open sessions, newest first. */
        get: operations["list_my_sessions"];
        put?: never;
        post?: never;
        /** Ends all own sessions but this one. */
        delete: operations["end_my_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the own sessions. */
        delete: operations["end_my_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves again to be there, for ten minutes of sensitive actions. */
        post: operations["step_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own tokens, newest first. */
        get: operations["list_my_tokens"];
        put?: never;
        /** Makes a token; its text is in this answer only. */
        post: operations["add_my_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Makes a token worthless. */
        delete: operations["revoke_my_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices to the caller's organisation. */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that a notice was read. */
        post: operations["read_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objections the caller may see. */
        get: operations["list_objections"];
        put?: never;
        /** Objects to one value. While the objection is open the value is marked; it is decided within twenty days. */
        post: operations["raise_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One objection. */
        get: operations["read_objection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides an objection; the enterprise is told. One that is upheld makes what the enterprise claims the value that
         *     counts. After publication the published run stands until a correction is computed and published.
         */
        post: operations["decide_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an objection back. */
        post: operations["withdraw_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_objections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The OpenAPI 3.1 document of this server. */
        get: operations["read_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisations the caller may see. */
        get: operations["list_organisations"];
        put?: never;
        /** Opens an organisation below one that the caller reaches. */
        post: operations["open_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation. */
        get: operations["read_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the legal name. */
        patch: operations["rename_organisation"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/annual-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The annual reports of a year: of everybody who held the title at its end or stands on a list. */
        get: operations["list_annual_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/annual-reports/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_annual_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/award-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a zone paid in a year. */
        get: operations["read_award_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an organisation from a day on, and everything below it with it. */
        post: operations["close_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates that end within some months and have no successor: who has to renew. */
        get: operations["list_renewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/renewals/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_renewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/title-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came onto a rung in a year and who left it, with the reason: recognised, renewed, expired, revoked, gone. */
        get: operations["list_title_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/title-changes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_title_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a file, as filtered and sorted. */
        get: operations["export_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The participants the caller may see: officers those of their zone, an enterprise itself. */
        get: operations["list_participants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One participant with its batch. */
        get: operations["read_participant"];
        put?: never;
        post?: never;
        /** Takes an enterprise that filed nothing out of its batch. */
        delete: operations["remove_participant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves a filing. Where the batch asks for two reviewers, the first approval is noted and the second, by another
         *     person, approves it.
         */
        post: operations["approve_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files an enterprise attached, latest first. */
        get: operations["list_attachments"];
        put?: never;
        /**
         * Attaches a file of up to 10 MB: PDF, PNG, JPEG, OFD, or XLSX without macros; the body is the file. What it is, is
         *     judged by its content. The same file under the same name again gives the attachment there is.
         */
        post: operations["attach_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/comparables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enterprises of the same stage and field whose total is nearest, nearest first. */
        get: operations["list_comparables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives an enterprise more time; it is told. */
        put: operations["extend_deadline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides which source is right about one value. The decision stands until a source says something new about it. */
        post: operations["decide_value"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form of an enterprise, prefilled. */
        get: operations["read_filing"];
        /** Saves a draft, complete or not. `If-Match` names the draft's version; `"0"` before the first. */
        put: operations["save_filing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published results of the enterprise of a participant, newest year first. */
        get: operations["read_points_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Medians and quartiles of the stage of a participant in the published run, beside its own points. */
        get: operations["read_peers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a participant has its points in the published run, and what would gain most. */
        get: operations["explain_points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/portrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portrait of a participant as a workbook: who it is, pillars and indicators beside its stage, gains, years. */
        get: operations["export_portrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an enterprise got in the published run of its batch, indicator by indicator. */
        get: operations["read_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends fields of a filing back, each with its reason; the enterprise is told. */
        post: operations["return_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submits what is saved. Blocking problems and unexplained jumps stop it. */
        post: operations["submit_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values of an enterprise, each with everything that is said about it and where it came from. */
        get: operations["list_values"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Scores a participant of a published run with other values, against the same reference. Nothing is kept. */
        post: operations["try_values"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_participants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batches the caller may see. */
        get: operations["list_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch. */
        get: operations["read_payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a released batch for the finance system: every payment with its whole account. Its reading is written down. */
        get: operations["fetch_payment_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases a batch: from now on it is paid. Whoever prepared it may not release it; what is released is exactly what was
         *     prepared.
         */
        post: operations["release_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters what the bank says about payments of a released batch. When every payment has its result the batch is settled. */
        post: operations["enter_payment_results"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/results-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enters what the bank says about payments of a released batch from a workbook or CSV file: columns 付款编号 and 付款结果 (成功 or 失败),
         *     and where they are there 金额（元）, 失败原因, 流水号, 付款日期. Rows without a result are left for later. A mistake anywhere
         *     and nothing is entered. When every payment has its result the batch is settled.
         */
        post: operations["enter_payment_results_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives up a batch before it is released; its awards can go into another one. */
        post: operations["withdraw_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file; no accounts in it. */
        get: operations["export_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policies of the library. */
        get: operations["list_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy: for whom, how much, until when, how, whom to ask. */
        get: operations["read_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The applications the caller may see. */
        get: operations["list_policy_applications"];
        put?: never;
        /**
         * Applies under a policy that is not paid without an application. The data are those of the latest published year; they must
         *     meet every condition. Where nothing is left for an officer to answer and the policy is 即申即享, it has passed at once.
         */
        post: operations["apply_under_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application with its form, its materials, what officers answered and everything that happened to it. */
        get: operations["read_policy_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-applications/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves an application on: officers ask for more, pass it or refuse it; the enterprise answers or takes it back. The other side
         *     is told. While more is asked for the clock stands still.
         */
        post: operations["move_policy_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-applications/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_policy_applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-applications/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form of a policy, filled in for the caller's enterprise by the data of the latest published year. */
        get: operations["read_application_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products of the shelf. */
        get: operations["list_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product: for whom, how much, at which rate, what it costs, whom to ask. */
        get: operations["read_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds enterprises among those that let the caller's bank see their points for a purpose. Each that is looked at has it in its list
         *     of readings, whether it is found or not.
         */
        get: operations["list_prospects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in whom the identity provider vouches for; the answer sets the session cookie. Where the person has one-time
         *     codes and the provider's own means are not named as enough, a code is asked for as well.
         */
        post: operations["sign_in_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to sign in by the identity provider. Ten minutes, in this browser. */
        post: operations["begin_provider_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registrations that the caller may see. */
        get: operations["list_registrations"];
        put?: never;
        /** Asks the zone to let an enterprise in. The answer is the same whether it is known already. */
        post: operations["register_enterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registration. */
        get: operations["read_registration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the enterprise in: it becomes an organisation of the zone with one person, who gets a one-time link. */
        post: operations["confirm_registration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does not let the enterprise in. */
        post: operations["refuse_registration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a file, as filtered and sorted. */
        get: operations["export_registrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of a registration. Whoever knows its number and its credit code may ask. */
        post: operations["read_registration_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policies, products and scorecards that the zone and its banks write, the newest first. What a bank has not handed in, and its
         *     scorecards, only the bank sees.
         */
        get: operations["list_rule_drafts"];
        put?: never;
        /** Begins a policy, product or scorecard, as a draft. */
        post: operations["begin_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft with its text, what is wrong with it, how people read it, and the version that counts now. */
        get: operations["read_rule_draft"];
        /** Keeps a text as the draft's. A draft may have problems; it cannot be handed in with them. */
        put: operations["write_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a text is worth as this draft; nothing is kept. */
        post: operations["check_rules_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a draft: from its first day on it counts, and it never changes. Whoever wrote it may not publish it. */
        post: operations["publish_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a draft back to its author, with the reason. */
        post: operations["send_rules_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a draft in: from now on only a second person moves it on. One with mistakes stays with its author. */
        post: operations["submit_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-drafts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a draft up; it stays to be read. */
        post: operations["withdraw_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs the caller may see. */
        get: operations["list_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with its receipt. */
        get: operations["read_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/award-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens the list of a policy: every enterprise that is entitled to money by the data of a published run, with its amount
         *     after groups, ceilings and budget. Of a policy that takes applications only those whose application has passed count.
         *     A policy may have further lists in a year, one under review at a time: whoever stood on an earlier one is left out, and what
         *     earlier ones hold of the budget is gone.
         */
        post: operations["open_award_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The run as a zip of its receipt and every file it names. `jifen verify` reads it and computes again. */
        get: operations["export_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run beside the one before: who moves, by how much, and why. */
        get: operations["compare_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throws a draft run away. */
        post: operations["discard_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the points of a published run are spread. */
        get: operations["read_distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the enterprises of a run stand to one policy. */
        get: operations["list_entitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/entitlements/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_entitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/entitlements/phone-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entitlements with the people to ring, as a file. */
        get: operations["export_entitlement_phones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/growth-validity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the points of a published run told who would grow by the year of a later one. */
        get: operations["read_growth_validity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the indicators of a published run tell. */
        get: operations["read_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/intervals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Intervals of places of the enterprises of a published run. */
        get: operations["list_intervals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/intervals/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_intervals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody of a run on every rung of the cultivation ladder: how many are recognised, how many would meet the
         *     conditions, how many lack one, two or three.
         */
        get: operations["read_library"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/library-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rung by park or by field of technology. */
        get: operations["read_library_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/library-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published year of the zone of a run: who is recognised, who came and left, who would meet the conditions. */
        get: operations["read_library_years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/loan-validity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the points of a published run told whose loans would be overdue: of enterprises that drew money on what this
         *     evaluation said.
         */
        get: operations["read_loan_validity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/missing-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps enterprises of a run from being told on a rung, most frequent first: whom to ring for what. */
        get: operations["list_missing_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many enterprises move between two published runs of a zone, and by how much. */
        get: operations["read_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/movers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprises of two published runs of a zone, those that moved most first. */
        get: operations["list_movers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/movers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_movers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one product offers the enterprises of a run. */
        get: operations["list_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/offers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/phone-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list of a rung with the people to ring, as a file. */
        get: operations["export_phone_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/pivot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprises of a published run by two dimensions. */
        get: operations["read_pivot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The points of the enterprises of a run, by place. */
        get: operations["list_points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/points/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/points/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The points of up to 2,000 credit codes in a run; of every other code, why it has none. */
        post: operations["look_up_points"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All enterprises of a run with all policies in force on a day: how many are entitled, and what it costs. */
        get: operations["read_matching"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/policy-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells every enterprise whose data meet a policy that takes applications, and that has not applied, that it can. Only on the data of a
         *     published run.
         */
        post: operations["invite_applications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/policy-trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries a policy on the data of a run: every mistake of its text, and once there is none, whom it would pay, what it would
         *     cost, and who gains and loses against the version in force. Nothing is kept.
         */
        post: operations["try_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/portraits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for the portraits of everybody on a list of points, as filtered: a job, whose file is a zip of workbooks. */
        post: operations["ask_portraits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/product-trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries a loan product on the data of a run: every mistake of its text, and once there is none, who could borrow how much,
         *     and who gains and loses against the version on the shelf. Nothing is kept.
         */
        post: operations["try_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every product with how many enterprises of a run may borrow, and how much. */
        get: operations["read_offering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a draft run: from then on it never changes. Whoever computed it may not publish it. A run that was
         *     published before is superseded; its enterprises are told.
         */
        post: operations["publish_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprises of a run that may be recommended for the national list, and those that are: by points, stage, field, titles. */
        get: operations["list_recommendations"];
        put?: never;
        /**
         * Recommends the enterprises of a published run that meet what is asked: each holds the title 全国推荐名单 with the batch from today on,
         *     which banks with its consent see. Who is recommended already stays in its batch.
         */
        post: operations["recommend_enterprises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/recommendations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file. */
        get: operations["export_recommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of a run, by place. */
        get: operations["list_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/results/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of a run as a file, as filtered and sorted. */
        get: operations["export_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/robustness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of the places and grades of a published run rests on the weights. */
        get: operations["read_robustness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/stage-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who moved between growth stages since an earlier published year, and which share that is. */
        get: operations["read_stage_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the enterprises of a run stand on one rung. */
        get: operations["list_standings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/standings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file, as filtered and sorted. */
        get: operations["export_standings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a task for every enterprise of a list, given to one officer. */
        post: operations["make_tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs as a file, as filtered and sorted. */
        get: operations["export_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published runs, for those who work with results and have no business with drafts. */
        get: operations["list_published_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/published/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published runs as a file, as filtered and sorted. */
        get: operations["export_published_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own filters, and those others of the zone share. */
        get: operations["list_saved_filters"];
        put?: never;
        /** Keeps a filter under a name. */
        post: operations["keep_filter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an own filter away. */
        delete: operations["remove_filter"];
        options?: never;
        head?: never;
        /** Gives an own filter another name or query, shares it or keeps it to oneself. */
        patch: operations["change_filter"];
        trace?: never;
    };
    "/api/v1/scheme-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The schemes that the zone writes or wrote itself, the newest first. */
        get: operations["list_scheme_drafts"];
        put?: never;
        /** Begins a scheme, as a draft. */
        post: operations["begin_scheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A scheme with its text, what is wrong with it, and how people read it. */
        get: operations["read_scheme_draft"];
        /** Keeps a text as the scheme's. A draft may have problems; it cannot be handed in with them. */
        put: operations["write_scheme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that differs from another scheme, in words. */
        get: operations["compare_scheme_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a text is worth as this scheme; nothing is kept. */
        post: operations["check_scheme_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said about a scheme, in order. */
        get: operations["list_scheme_comments"];
        put?: never;
        /** Says something about a scheme. */
        post: operations["comment_on_scheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes a scheme: from now on years can be evaluated by it, and it never changes. Whoever wrote it may not publish it. */
        post: operations["publish_scheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a scheme back to its author, with the reason. */
        post: operations["send_scheme_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a scheme in: from now on only a second person moves it on. One with mistakes stays with its author. */
        post: operations["submit_scheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rule file, to be kept or used by the command. */
        get: operations["read_scheme_draft_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds a scheme against a frozen year. */
        get: operations["try_scheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What weights the values of a frozen year suggest for the base indicators of a stage. Entropy and CRITIC look at the
         *     share of full points that each enterprise has, so that units do not matter.
         */
        get: operations["weigh_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme-drafts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a scheme up; it stays to be read. */
        post: operations["withdraw_scheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The schemes, by path: those shipped, and those the zone published itself. A file with mistakes is left out:
         *     `jifen rules check` says what is wrong with it.
         */
        get: operations["list_schemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that differs between two schemes, in words. */
        get: operations["compare_schemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A scheme as people read it: the tree with full points per stage, every rule as a sentence and a picture. */
        get: operations["show_scheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemes/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rule file of a scheme as it is written. */
        get: operations["read_scheme_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scorecards of the caller's bank, by code. */
        get: operations["list_scorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scorecards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scorecard of the caller's bank, or an example. */
        get: operations["read_scorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A zone's latest published year and the one that is going on, for a screen on a wall. */
        get: operations["read_screen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in; the answer sets the session cookie. */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends this session. */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one may sign in: always by name and password, and by an identity provider where there is one. */
        get: operations["read_sign_in_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories of the demonstration, of enterprises within reach; none on any other server. */
        get: operations["list_stories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/task-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of the tasks, by campaign and officer. */
        get: operations["read_task_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks the caller may see, the most pressing first. */
        get: operations["list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task with its notes. */
        get: operations["read_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a task to somebody else, or more time. */
        post: operations["assign_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a file of up to 10 MB to a task: PDF, PNG, JPEG, OFD, or XLSX without macros. The same file under the same name
         *     again gives the one there is. The enterprise does not see it.
         */
        post: operations["attach_to_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a task, to be saved. That it was fetched is written down. */
        get: operations["fetch_task_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a task on (contacted, promised, done, given up with a reason, opened again), or writes a remark. */
        post: operations["move_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a file. */
        get: operations["export_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rungs that give a title: what authorities' lists can be about. */
        get: operations["list_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people the caller may see. */
        get: operations["list_users"];
        put?: never;
        /**
         * Invites a person into an organisation that the caller reaches. An invitation with a role that may itself confirm
         *     something, or with one of the administrative roles, waits for a second person (202).
         */
        post: operations["invite_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person. */
        get: operations["read_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a person. Nobody changes themselves here. Giving a role that may itself confirm something, or one of the
         *     administrative roles, waits for a second person (202).
         */
        patch: operations["change_user"];
        trace?: never;
    };
    "/api/v1/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shuts a person out: all their sessions, tokens and links end at once. */
        post: operations["disable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a person in again who was shut out. */
        post: operations["enable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a one-time link to choose a new password; open sessions end and the wait after failures is over. Taking
         *     one-time codes away, and resetting somebody who may confirm what others ask for, waits for a second person (202).
         */
        post: operations["reset_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all sessions of a person. */
        post: operations["sign_out_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole list as a file, as filtered and sorted. */
        get: operations["export_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks of the caller's organisation. */
        get: operations["list_webhooks"];
        put?: never;
        /** Makes a webhook; its secret is in this answer only. */
        post: operations["add_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last hundred messages to a webhook, latest first. */
        get: operations["list_webhook_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a webhook: nothing is sent there any more, and what waits is given up. */
        post: operations["end_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a message sent to a webhook that says that it is a trial. */
        post: operations["try_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weights/pairwise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Weights from comparisons in pairs, with how consistent they are. Nothing is kept. */
        post: operations["weigh_pairwise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open zones, by name. */
        get: operations["list_zones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A script, style or picture of the console; its name changes with its content. */
        get: operations["read_console_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is alive. */
        get: operations["livez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the system is, what zones show, and a way to verify a result. */
        get: operations["read_portal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/awards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list of awards while it is on public notice. */
        get: operations["read_public_awards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of a year as the zone shows them, by stage and field. */
        get: operations["read_public_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/lists/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as a file. */
        get: operations["take_public_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/lists/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the points of a year that is shown are computed: generated from the rule files it was computed by. */
        get: operations["read_public_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every policy that is in force today. */
        get: operations["read_public_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy. */
        get: operations["read_public_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every product that is on the shelf today. */
        get: operations["read_public_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product. */
        get: operations["read_public_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/style.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The looks of the public pages. */
        get: operations["read_public_style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code is that of a published result. */
        get: operations["verify_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers, the disk takes files, and the server is not shutting down. */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document as a page to read. */
        get: operations["read_reference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The looks of the page. */
        get: operations["read_reference_style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A one-time link and the password chosen. */
        Acceptance: {
            /** @description The password chosen. */
            password: string;
            /** @description What stands behind `#` in the link. */
            token: string;
        };
        /**
         * @description The kinds of action that need two persons.
         * @enum {string}
         */
        ActionWord: "invite-user" | "change-user" | "recover-user";
        /** @description A token to make. */
        AddToken: {
            /**
             * Format: int32
             * @description Worthless after so many days, at most 366.
             */
            days: number;
            /** @description What to call it. */
            name: string;
            /** @description Permissions such as `organisation:list`, or `read` for all that only read. */
            scopes: string[];
        };
        /** @description A webhook to make. */
        AddWebhook: {
            /** @description Kinds of messages. */
            kinds: components["schemas"]["WebhookKind"][];
            /** @description An address of a host that the configuration allows, over TLS. */
            url: string;
        };
        /**
         * @description What is amiss.
         * @enum {string}
         */
        AlertKind: "points-withheld" | "points-fell" | "title-ended" | "title-ending";
        /** @description Whether its name may stand there. */
        AllowListing: {
            /** @description Yes or no; either can be changed at any time. */
            allowed: boolean;
        };
        /** @description What an enterprise says of itself. */
        Application: {
            /** @description The person to ask: name and telephone. */
            contact: string;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description The log-in name wished for. */
            login: string;
            /** @description Its legal name. */
            name: string;
            /** @description The zone it belongs to. */
            zone_id: string;
        };
        /**
         * @description What is done to an application under a policy.
         * @enum {string}
         */
        ApplicationActionWord: "apply" | "ask" | "answer" | "pass" | "refuse" | "withdraw";
        /** @description What an officer answered. */
        ApplicationAnswer: {
            /** @description The check's code in the policy. */
            code: string;
            /** @description What was looked at. */
            note?: string | null;
            /** @description Whether it is met. */
            yes: boolean;
        };
        /** @description What became of the money. */
        ApplicationAward: {
            /** @description What is paid. */
            amount: string;
            /** @description The award. */
            id: string;
            /** @description On this list. */
            list_id: string;
            /** @description How far it is. */
            state: components["schemas"]["AwardStateWord"];
        };
        /** @description A check of the policy, and what an officer answered. */
        ApplicationCheck: {
            /** @description Its code in the policy. */
            code: string;
            /** @description What it is called. */
            name: string;
            /** @description What was looked at. */
            note?: string | null;
            /** @description The question; yes means met. */
            question: string;
            /** @description The answer; absent while nobody answered. */
            yes?: boolean | null;
        };
        /** @description A datum that is filled in from the evaluation. */
        ApplicationDatum: {
            /** @description The item's code. */
            item: string;
            /** @description What it is called. */
            name: string;
            /** @description Its value with its unit; absent when missing. */
            value?: string | null;
            /**
             * Format: int32
             * @description The year it is about.
             */
            year: number;
        };
        /** @description An application form, filled in. */
        ApplicationForm: {
            /** @description The application there is already: waiting, or passed. */
            application_id?: string | null;
            /** @description What it would get by formula and caps, in yuan; absent where the award is not money or cannot be told. */
            claimed?: string | null;
            /** @description What the policy looks at, filled in. */
            data: components["schemas"]["ApplicationDatum"][];
            /** @description Decided by this day if it is handed in today. */
            due_on?: string | null;
            /** @description What must be proved, each by one file; by their place, from 0. */
            materials: string[];
            /** @description An estimate: see the note of every answer about policies. */
            note: string;
            /** @description Whether somebody issued it. */
            official: boolean;
            /** @description Whether it can apply: the data meet every condition and there is no application yet. */
            open: boolean;
            /** @description The evaluation's participant, whose attachments prove it. */
            participant_id?: string | null;
            /**
             * Format: int32
             * @description The year whose money is paid.
             */
            period: number;
            /** @description The policy's code. */
            policy: string;
            /** @description What it is called. */
            policy_name: string;
            /** @description What officers will answer. */
            questions: components["schemas"]["ApplicationQuestion"][];
            /** @description What fails, is missing, or an officer must answer. */
            reasons: string[];
            /** @description How the enterprise stands to it by the data. */
            standing: components["schemas"]["EntitlementStanding"];
            /** @description How it reaches the entitled. */
            way: components["schemas"]["PolicyWayWord"];
            /**
             * Format: int32
             * @description Decided in so many working days.
             */
            working_days?: number | null;
        };
        /** @description A material of the policy, and the file that proves it. */
        ApplicationMaterial: {
            /** @description The attachment. */
            attachment_id?: string | null;
            /** @description What is asked for. */
            name: string;
        };
        /** @description The file that proves one of a policy's materials. */
        ApplicationMaterialFile: {
            /** @description The attachment. */
            attachment_id: string;
            /** @description The place of the material in the policy, from 0. */
            material: number;
        };
        /** @description One move of an application. */
        ApplicationMove: {
            /** @description What was done. */
            action: components["schemas"]["ApplicationActionWord"];
            /** @description When. */
            made_at: string;
            /** @description Who did it; absent where the rules decided. */
            made_by_name?: string | null;
            /** @description What was said with it. */
            note?: string | null;
            /** @description The state afterwards. */
            state: components["schemas"]["ApplicationStateWord"];
        };
        /** @description What an officer must answer. */
        ApplicationQuestion: {
            /** @description Its code in the policy. */
            code: string;
            /** @description What it is called. */
            name: string;
            /** @description The question; yes means met. */
            question: string;
        };
        /**
         * @description How far an application under a policy is.
         * @enum {string}
         */
        ApplicationStateWord: "submitted" | "asked" | "passed" | "refused" | "withdrawn";
        /** @description A registration that arrived. */
        Applied: {
            /** @description Its number, to refer to. */
            id: string;
        };
        /** @description An application. */
        ApplyForLoan: {
            /** @description How much, in yuan, above zero, to the cent. */
            amount: string;
            /**
             * Format: int32
             * @description For how many months.
             */
            months: number;
            /** @description The product's code. Its bank must be on the platform, under the name the product gives it. */
            product: string;
            /** @description What the money is for. */
            purpose: string;
            /** @description How it is repaid. */
            repayment: components["schemas"]["RepaymentWord"];
        };
        /** @description An application. */
        ApplyUnderPolicy: {
            /** @description One file for each material the policy asks for. */
            materials?: components["schemas"]["ApplicationMaterialFile"][];
            /** @description The policy's code. */
            policy: string;
        };
        /** @description Something that was asked for and needs a second person. */
        Approval: {
            /** @description What is to be done. */
            action: components["schemas"]["ActionWord"];
            /** @description Asked then. */
            created_at: string;
            /** @description Decided then. */
            decided_at?: string | null;
            /** @description The person who decided: id. */
            decided_by?: string | null;
            /** @description Their name. */
            decider?: string | null;
            /** @description The exact effect: changed fields with before and after. */
            effect: unknown;
            /** @description Worthless from then on. */
            expires_at: string;
            /** @description Its id. */
            id: string;
            /** @description Whether the reader could confirm or decline it. */
            may_decide: boolean;
            /** @description Whether the reader could take it back. */
            may_withdraw: boolean;
            /** @description The permission that both persons need. */
            permission: string;
            /** @description Why it was declined, or the code of what made it lapse. */
            reason?: string | null;
            /** @description The person who asked: id. */
            requested_by: string;
            /** @description Their name. */
            requester: string;
            /** @description What became of it. */
            state: components["schemas"]["ApprovalStateWord"];
            /** @description The thing it is about. */
            subject_id: string;
            /** @description What is to be done, in the reader's language. */
            words: string;
        };
        /**
         * @description What became of an action that needs two persons.
         * @enum {string}
         */
        ApprovalStateWord: "waiting" | "confirmed" | "declined" | "withdrawn" | "lapsed" | "expired";
        /** @description What came of it. */
        ApprovedAtOnce: {
            /** @description Approved now, or approved once where two reviewers are needed. */
            approved: number;
            /** @description Left for a look at their differences. */
            left: number;
        };
        /** @description A batch as it is to be. */
        ArrangeBatch: {
            /** @description The last day for enterprises. */
            enterprise_deadline: string;
            /** @description First day of 公示异议期. */
            objection_from?: string | null;
            /** @description Last day of 公示异议期. */
            objection_to?: string | null;
            /** @description Data are collected from this day (`2026-03-01`). */
            opens_on: string;
            /** @description The last day for reviewers. */
            review_deadline: string;
            /** @description The scheme's file below `rules/`, as in the list of schemes. */
            scheme: string;
            /** @description Whether a second person reviews. */
            second_review: boolean;
            /** @description What people call it. */
            title: string;
            /**
             * Format: int32
             * @description The year whose data are evaluated.
             */
            year: number;
        };
        /** @description A group as it is to be: what an enterprise must be to belong to it is all that is given. */
        ArrangeGroup: {
            /** @description The last day for its enterprises. */
            deadline: string;
            /** @description In this field of technology. */
            field?: string | null;
            /** @description Whose industry code begins so. */
            industry?: string | null;
            /** @description Holding this label. */
            label?: string | null;
            /** @description What people call it. */
            name: string;
            /** @description In this park. */
            park?: string | null;
        };
        /** @description What was asked for waits for a second person; nothing was changed yet. */
        Asked: {
            /** @description What to do when nobody could. */
            advice?: string | null;
            /** @description What waits. */
            approval: components["schemas"]["Approval"];
            /** @description How many people could confirm it now. */
            confirmers: number;
        };
        /** @description Why a run is computed. */
        AskRun: {
            /** @description Why a published run is corrected; needed then, and only then. */
            reason?: string | null;
        };
        /** @description Who and until when. */
        AssignTask: {
            /** @description The officer. */
            assignee_id: string;
            /** @description The last day. */
            due_on: string;
        };
        /** @description An attachment. */
        Attachment: {
            /** @description Sent then. */
            created_at: string;
            /** @description SHA-256 of the content. */
            hash: string;
            /** @description Its id, to be named as evidence. */
            id: string;
            /** @description What it is, as its content shows. */
            media_type: string;
            /** @description The name it was sent under. */
            name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description The head of the chain. */
        AuditHead: {
            /** @description Rows up to this one are also held by the file outside the database. */
            anchored: string;
            /** @description How many rows there are. */
            count: string;
            /** @description The hash of the last row. */
            hash: string;
        };
        /** @description What one enterprise gets on a list. */
        Award: {
            /** @description What is shown of the account: bank and last four digits. */
            account?: string | null;
            /** @description What is paid, in yuan. */
            amount: string;
            /** @description The batch it is or was in last. */
            batch_id?: string | null;
            /** @description When it moved last. */
            changed_at: string;
            /** @description By formula and caps, in yuan. */
            claimed: string;
            /** @description When the account was confirmed. */
            confirmed_at?: string | null;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description Why it is less than claimed. */
            cuts: string[];
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Its id. */
            id: string;
            /** @description The list. */
            list_id: string;
            /** @description The enterprise's name. */
            name: string;
            /** @description When it was paid. */
            paid_at?: string | null;
            /** @description 园区. */
            park?: string | null;
            /**
             * Format: int32
             * @description The year whose money is paid.
             */
            period: number;
            /** @description The policy's code. */
            policy: string;
            /** @description Why it was struck out, or could not be paid. */
            reason?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["AwardStateWord"];
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
        };
        /** @description What was paid in a year. */
        AwardFigures: {
            /**
             * Format: int64
             * @description Days from opening a list to the payment, of the middle payment.
             */
            days?: number | null;
            /** @description Enterprises that were paid. */
            enterprises: number;
            /** @description By field of technology. */
            fields: components["schemas"]["AwardGroup"][];
            /** @description Σ paid, in yuan. */
            paid: string;
            /** @description By park. */
            parks: components["schemas"]["AwardGroup"][];
            /** @description Payments that stand. */
            payments: number;
            /** @description The policies with a list. */
            policies: components["schemas"]["PolicyFigures"][];
            /** @description By stage of growth. */
            stages: components["schemas"]["AwardGroup"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description One group of awards. Amounts are yuan. */
        AwardGroup: {
            /** @description Enterprises that were paid. */
            enterprises: number;
            /** @description The group: a code of policy or stage, a field, a park. */
            key: string;
            /** @description What people call it, where it has a name of its own. */
            name?: string | null;
            /** @description Σ of them. */
            paid: string;
            /** @description Payments that stand. */
            payments: number;
        };
        /** @description 兑现名单. */
        AwardList: {
            /** @description What of the budget of the year was left when it was opened, in yuan; absent where it is not limited. */
            budget?: string | null;
            /** @description When it moved last. */
            changed_at: string;
            /** @description 匹配码. */
            code: string;
            /**
             * Format: int64
             * @description How many enterprises were entitled.
             */
            entitled: number;
            /** @description Its id. */
            id: string;
            /** @description The day of matching. */
            matched_on: string;
            /** @description 公示期 from. */
            notice_from?: string | null;
            /** @description … to, this day included. */
            notice_until?: string | null;
            /** @description Whether somebody issued it (`false`: an example that must not look official). */
            official: boolean;
            /** @description When. */
            opened_at: string;
            /** @description Who opened it. */
            opened_by: string;
            /**
             * Format: int32
             * @description The year whose money is paid.
             */
            period: number;
            /** @description The policy's code. */
            policy: string;
            /** @description Its name as it was, in the reader's language. */
            policy_name: string;
            /** @description Its version. */
            policy_version: string;
            /** @description Why it was sent back or given up. */
            reason?: string | null;
            /** @description The run whose data were matched. */
            run_id: string;
            /** @description How far it is. */
            state: components["schemas"]["AwardListStateWord"];
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
            /** @description The zone that pays. */
            zone_id: string;
        };
        /**
         * @description Where a list goes.
         * @enum {string}
         */
        AwardListMove: "show" | "send-back" | "begin" | "close" | "cancel";
        /** @description A list with its sums. */
        AwardListPage: components["schemas"]["AwardList"] & {
            /** @description Σ of all that are neither struck out nor given up. */
            amount: string;
            /** @description What the budget has left: budget less `amount`; absent where it is not limited. */
            left?: string | null;
            /**
             * Format: int64
             * @description Objections that nobody decided.
             */
            open_objections: number;
            /** @description Σ paid, less what came back. */
            paid: string;
            /** @description How many awards are in which state, and Σ of each. */
            states: components["schemas"]["AwardsInState"][];
        };
        /**
         * @description How far a list of awards is.
         * @enum {string}
         */
        AwardListStateWord: "review" | "notice" | "paying" | "closed" | "cancelled";
        /** @description An objection to a list. */
        AwardObjection: {
            /** @description The award objected to; absent when the objector says to be missing from the list. */
            award_id?: string | null;
            /** @description When it was decided. */
            decided_at?: string | null;
            /** @description What was decided, and why. */
            decision?: string | null;
            /** @description Who objects. */
            enterprise_id: string;
            /** @description Its id. */
            id: string;
            /** @description The list. */
            list_id: string;
            /** @description When it was raised. */
            raised_at: string;
            /** @description Why. */
            reason: string;
            /** @description How far it is. */
            state: components["schemas"]["AwardObjectionStateWord"];
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
        };
        /**
         * @description How far an objection to a list of awards is.
         * @enum {string}
         */
        AwardObjectionStateWord: "open" | "upheld" | "dismissed";
        /** @description How many awards of a list are in one state, and Σ of them. */
        AwardsInState: {
            /** @description Σ in yuan. */
            amount: string;
            /** @description How many. */
            count: number;
            /** @description The state. */
            state: components["schemas"]["AwardStateWord"];
        };
        /**
         * @description How far an award is.
         * @enum {string}
         */
        AwardStateWord: "listed" | "struck" | "confirmed" | "batched" | "paid" | "failed" | "returned" | "clawed-back" | "cancelled";
        /** @description A backup in the folder of backups. */
        Backup: {
            /** @description Bytes of the database in it; the files it names are kept beside it, once for all backups. */
            bytes: string;
            /** @description When it was read back. */
            checked_at?: string | null;
            /** @description The name of the file. */
            file: string;
            /** @description Files outside the database that it names. */
            files?: number | null;
            /** @description Files that are missing or damaged. */
            lost_files: number;
            /** @description When it was made. */
            made_at: string;
            /** @description What reading it back said. */
            state: components["schemas"]["BackupState"];
        };
        /** @description The backups that there are. */
        Backups: {
            /**
             * Format: int32
             * @description Hours between backups that the server makes by itself; `null` when it makes none.
             */
            every_hours?: number | null;
            /** @description When the latest attempt failed, if it did. */
            failed_at?: string | null;
            /** @description The newest first. */
            items: components["schemas"]["Backup"][];
            /**
             * Format: int32
             * @description How many are kept.
             */
            keep: number;
        };
        /**
         * @description What reading a backup back said.
         * @enum {string}
         */
        BackupState: "good" | "bad" | "unchecked";
        /** @description A band of a measure. */
        BandOfPredictor: components["schemas"]["EndsOfBand"] & {
            /** @description The least in it: points of the total, or the part of full points; absent for those without. */
            from?: string | null;
            /** @description The most in it. */
            to?: string | null;
        };
        /** @description A bank. */
        Bank: {
            /** @description Its id. */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description An evaluation of one year. */
        Batch: {
            /** @description Made then. */
            created_at: string;
            /** @description The last day for enterprises. */
            enterprise_deadline: string;
            /** @description Its id. */
            id: string;
            /** @description First day of 公示异议期. */
            objection_from?: string | null;
            /** @description Last day of 公示异议期. */
            objection_to?: string | null;
            /** @description Data are collected from this day. */
            opens_on: string;
            /** @description The last day for reviewers. */
            review_deadline: string;
            /** @description The scheme's file below `rules/`. */
            scheme: string;
            /** @description SHA-256 of what the rule files said when it was arranged; a run uses exactly those. */
            scheme_hash: string;
            /** @description Whether a second person reviews. */
            second_review: boolean;
            /** @description How far it is. */
            state: components["schemas"]["BatchStateWord"];
            /** @description What people call it. */
            title: string;
            /**
             * Format: int32
             * @description The year whose data are evaluated.
             */
            year: number;
            /** @description The zone. */
            zone_id: string;
        };
        /** @description How far a batch is. */
        BatchBoard: {
            /**
             * Format: int64
             * @description Approved.
             */
            approved: number;
            /**
             * Format: int32
             * @description Days to the enterprises' deadline; negative when it is past.
             */
            days_left: number;
            /**
             * Format: int64
             * @description Not submitted yet.
             */
            draft: number;
            /**
             * Format: int64
             * @description With more time.
             */
            extended: number;
            /**
             * Format: int64
             * @description Frozen with the batch.
             */
            frozen: number;
            /**
             * Format: int64
             * @description Not submitted though the last day is past.
             */
            late: number;
            /**
             * Format: int64
             * @description Objections nobody decided.
             */
            open_objections: number;
            /**
             * Format: int64
             * @description Of them, past their last day.
             */
            overdue_objections: number;
            /**
             * Format: int64
             * @description Enterprises that take part.
             */
            participants: number;
            /**
             * Format: int64
             * @description Enterprises that some department reports about.
             */
            reported: number;
            /**
             * Format: int64
             * @description Sent back.
             */
            returned: number;
            /** @description By source: enterprises it reports about. */
            sources: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Waiting for review.
             */
            submitted: number;
        };
        /** @description A group of those who take part in a batch. */
        BatchGroup: {
            /** @description The last day for its enterprises. */
            deadline: string;
            /** @description In this field of technology. */
            field?: string | null;
            /** @description Whose industry code begins so. */
            industry?: string | null;
            /** @description Holding this label. */
            label?: string | null;
            /** @description Of those, past their last day. */
            late: number;
            /** @description What people call it. */
            name: string;
            /** @description In this park. */
            park?: string | null;
            /** @description Enterprises in it. */
            participants: number;
            /** @description Of them, those that have not submitted. */
            waiting: number;
        };
        /** @description An item that a batch asks for. */
        BatchItem: {
            /** @description Its code in the data dictionary. */
            item: string;
            /** @description Whether an enterprise may not submit without it. */
            required: boolean;
            /** @description The sources whose values are taken, the one that counts first. */
            sources: components["schemas"]["SourceWord"][];
            /** @description How far two sources may differ before an officer decides, as a share in decimal text (`0.05`); not at all when absent. */
            tolerance?: string | null;
        };
        /**
         * @description How far an evaluation is.
         * @enum {string}
         */
        BatchStateWord: "draft" | "open" | "frozen" | "published" | "closed";
        /**
         * @description How a scheme begins.
         * @enum {string}
         */
        Beginning: "copy" | "extend";
        /** @description How many of the eligible a cap decides for. */
        BindingCap: {
            /** @description For how many it is the least. */
            enterprises: number;
            /** @description The cap. */
            name: string;
        };
        BTreeMap: {
            [key: string]: {
                /** @description The attachment that proves it. */
                evidence?: string | null;
                /** @description What it says about it. */
                explanation?: string | null;
                /** @description Decimal text in the item's unit, a code, text or day; null says that there is none. */
                value?: string | null;
            };
        };
        /** @description A grade of a scorecard. */
        CardGradeBody: {
            /** @description From so many points on, exact decimal text. */
            at_least: string;
            /** @description Its code. */
            code: string;
            /** @description What it is called. */
            name: string;
            /** @description The share of the reference limit that is suggested, in percent. */
            share_percent: string;
        };
        /**
         * @description Why an enterprise moved.
         * @enum {string}
         */
        Cause: "data" | "rule" | "population";
        /** @description What an enterprise says about one item. */
        Cell: {
            /** @description The attachment that proves it. */
            evidence?: string | null;
            /** @description What it says about it. */
            explanation?: string | null;
            /** @description Decimal text in the item's unit, a code, text or day; null says that there is none. */
            value?: string | null;
        };
        /** @description The enterprises of a cell. */
        CellOfPivot: {
            /** @description How many. */
            enterprises: number;
            /** @description The measure, decimal text; absent where there is nothing to tell it of. */
            value?: string | null;
        };
        /** @description What to change. */
        ChangeEnterprise: {
            /**
             * @description 行政区划代码.
             * @default null
             */
            district: string | null;
            /**
             * @description 入区日期.
             * @default null
             */
            entered_on: string | null;
            /**
             * @description 技术领域.
             * @default null
             */
            field: string | null;
            /**
             * @description 成立日期.
             * @default null
             */
            founded_on: string | null;
            /**
             * @description GB/T 4754-2017 code.
             * @default null
             */
            industry: string | null;
            /**
             * @description A new legal name; the old one is kept as a former name.
             * @default null
             */
            name: string | null;
            /**
             * @description 园区.
             * @default null
             */
            park: string | null;
            /** @default null */
            status: components["schemas"]["EnterpriseStatusWord"] | null;
        };
        /** @description What changes about a filter. */
        ChangeFilter: {
            /** @description Another name. */
            name?: string | null;
            /** @description Another query. */
            query?: string | null;
            /** @description Whether everybody of the zone sees it. */
            shared?: boolean | null;
        };
        /** @description What to change. */
        ChangeImport: {
            /**
             * @description Headings and what they mean: an item's code, `credit_code`, `period`, or nothing to leave a column out. They are
             *     remembered for the next file of this source.
             */
            headings?: {
                [key: string]: string;
            };
            mode?: components["schemas"]["ImportModeWord"] | null;
        };
        /** @description What I may change of myself. */
        ChangeMe: {
            language?: components["schemas"]["LanguageWord"] | null;
            /** @description The name. */
            name?: string | null;
        };
        /** @description A change of password. */
        ChangePassword: {
            /** @description The present password. */
            current: string;
            /** @description The new one. */
            new: string;
        };
        /** @description Values to try. */
        Changes: {
            /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
            purpose?: string | null;
            /** @description By item code, the value in the item's own unit as it is typed; `null` for missing. */
            values: {
                [key: string]: string | null;
            };
        };
        /** @description What to change; what is left out stays. */
        ChangeUser: {
            language?: components["schemas"]["LanguageWord"] | null;
            /** @description The person's name. */
            name?: string | null;
            /** @description All roles from now on; they count from the next request. */
            roles?: components["schemas"]["RoleWord"][] | null;
        };
        /** @description What one check found. */
        CheckBody: {
            /** @description What to do about it. */
            advice: components["schemas"]["NameBody"];
            /** @description Its permanent code. */
            code: string;
            /** @description How many findings there are. */
            count: number;
            /** @description Why a finding matters. */
            explanation: components["schemas"]["NameBody"];
            /** @description The first of them. */
            findings: components["schemas"]["Finding"][];
            /** @description What it is called. */
            name: components["schemas"]["NameBody"];
            /** @description `blocking`, `warning` or `note`. */
            severity: string;
        };
        /**
         * @description What the points of a pillar do.
         * @enum {string}
         */
        ClassWord: "base" | "bonus" | "deduction";
        /** @description Why and from when. */
        CloseEnterprise: {
            /** @description From this day (`2026-11-23`). */
            on: string;
            /** @description The reason, in words. */
            reason: string;
            /** @description The status that says why: `moved_out`, `deregistered`, `revoked` … */
            status: components["schemas"]["EnterpriseStatusWord"];
        };
        /** @description When to close. */
        CloseOrganisation: {
            /** @description Closed from this day (`2026-12-31`). */
            on: string;
        };
        /** @description A code with its name. */
        CodeBody: {
            /** @description The permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
        };
        /** @description A code without a result. */
        CodeNotFound: {
            /** @description The code as it was given. */
            code: string;
            /** @description Why. */
            why: components["schemas"]["WhyNot"];
        };
        /** @description Whom to look up. */
        Codes: {
            /** @description Credit codes as people paste them; one that stands twice is answered once. */
            codes: string[];
        };
        /** @description What the comparisons come to. */
        ComparedWeights: {
            /** @description Whether the judgements agree well enough: a ratio of at most 0.1. */
            consistent: boolean;
            /** @description λmax. */
            eigenvalue: string;
            /** @description Points, in halves; they make up the points given. */
            points?: string[] | null;
            /** @description 一致性比例 CR. */
            ratio: string;
            /** @description Weights, four decimals; they make up one. */
            weights: string[];
        };
        /** @description A run beside the one before. */
        Comparison: {
            /** @description The run before. */
            before_run_id: string;
            /** @description How many came. */
            came: number;
            /** @description How many got fewer. */
            down: number;
            /** @description Who moved, those that moved most first; at most 500. */
            movers: components["schemas"]["Mover"][];
            /** @description How many are withheld that were not before. */
            new_vetoes: number;
            /** @description How many got the same. */
            same: number;
            /** @description Whether it is of the same batch; otherwise of the year before. */
            same_batch: boolean;
            /** @description How many changed stage. */
            stages: number;
            /** @description How many got more points. */
            up: number;
            /** @description How many went. */
            went: number;
        };
        /** @description How much more important each criterion is than each other one (AHP). */
        Comparisons: {
            /** @description How many criteria. */
            criteria: number;
            /** @description Points to be shared out; absent when only weights are wanted. */
            full_points?: string | null;
            /**
             * @description The upper triangle, line by line: the first with the second, third …, then the second with the third …. Each is a
             *     number from 1/9 to 9 as people write it: `3`, `1/5`.
             */
            pairs: string[];
        };
        /** @description How to let the enterprise in. */
        Confirmation: {
            /** @description Another log-in name, when the one wished for is taken. */
            login?: string | null;
        };
        /** @description An account. */
        ConfirmAward: {
            /** @description 开户银行, with its branch. */
            bank: string;
            /** @description 户名: the enterprise's own name. */
            holder: string;
            /** @description 账号: 8 to 32 digits; spaces and hyphens make no difference. */
            number: string;
        };
        /** @description It was done. */
        Confirmed: {
            /** @description What was confirmed. */
            approval: components["schemas"]["Approval"];
            /** @description What the action answers: a person, or a person with a one-time link (in this answer and never again). */
            result: unknown;
        };
        /** @description A value that sources do not agree on. */
        ConflictBody: components["schemas"]["ValueBody"] & {
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Its name. */
            name: string;
            /** @description The participant. */
            participant_id: string;
        };
        /** @description The conflicts of a batch. */
        ConflictList: {
            /** @description One page of them, by enterprise. */
            items: components["schemas"]["ConflictBody"][];
            /** @description How many there are. */
            total: number;
        };
        /** @description A consent. */
        Consent: {
            /** @description To whom. */
            bank_id: string;
            /** @description What the bank is called. */
            bank_name: string;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description Who grants it. */
            enterprise_id: string;
            /** @description Its name now. */
            enterprise_name: string;
            /** @description What is seen. */
            fields: components["schemas"]["ConsentFieldWord"][];
            /** @description When it was granted. */
            granted_at: string;
            /** @description Its id. */
            id: string;
            /** @description For what. */
            purpose: components["schemas"]["ConsentPurposeWord"];
            /** @description When it was revoked. */
            revoked_at?: string | null;
            /** @description Whether it holds today. */
            state: components["schemas"]["ConsentState"];
            /** @description What was agreed to, as it was read. */
            text: string;
            /** @description SHA-256 of that text. */
            text_digest: string;
            /** @description From this day. */
            valid_from: string;
            /** @description To this day, the day included. */
            valid_until: string;
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
        };
        /**
         * @description What a bank is let see: 基本信息, 资质标签, 创新积分, 指标得分明细, 参考额度, 联系人.
         * @enum {string}
         */
        ConsentFieldWord: "profile" | "labels" | "points" | "indicators" | "offers" | "contacts";
        /**
         * @description What a bank is let see it for: 产品推介, 授信审批, 贷后管理.
         * @enum {string}
         */
        ConsentPurposeWord: "marketing" | "credit-review" | "post-loan";
        /**
         * @description Whether a consent holds.
         * @enum {string}
         */
        ConsentState: "live" | "revoked" | "expired";
        /** @description What is to be agreed to, in words. */
        ConsentText: {
            /** @description SHA-256 of the text: sent back by who agrees to it. */
            digest: string;
            /** @description The last day it may be granted to. */
            longest: string;
            /** @description The text in the reader's language. */
            text: string;
            /** @description From this day. */
            valid_from: string;
            /** @description Its wording. */
            version: string;
        };
        /** @description How many enterprises have a known value of an item, and from which source it counts. */
        CoverageBody: {
            /** @description The item's code. */
            item: string;
            /** @description Enterprises with a known value. */
            known: number;
            /** @description Of them, by the source that counts. */
            sources: {
                [key: string]: number;
            };
        };
        /** @description A decision. */
        DecideAwardObjection: {
            /** @description Why, for the objector to read. */
            reason: string;
            /** @description Whether the objector is right. The award objected to is struck off then. */
            upheld: boolean;
        };
        /** @description A decision on an entry. */
        DecideEntry: {
            /** @description Which. */
            decision: components["schemas"]["EntryDecision"];
            /** @description Why it is struck out. */
            reason?: string | null;
        };
        /** @description A decision. */
        DecideObjection: {
            /** @description Why, for the enterprise to read. */
            reason: string;
            /** @description Whether the enterprise is right. */
            upheld: boolean;
        };
        /** @description A decision. */
        Deciding: {
            /** @description The item's code. */
            item: string;
            /**
             * Format: int32
             * @description The year; 0 for items of no period.
             */
            period: number;
            /** @description Why. */
            reason: string;
            /** @description The statement that is right. */
            statement_id: string;
        };
        /** @description Why not. */
        Declining: {
            /** @description The reason, for the first person to read. */
            reason: string;
        };
        /**
         * @description How far a message that is sent on is.
         * @enum {string}
         */
        DeliveryStateWord: "waiting" | "delivered" | "failed";
        /** @description The points of an enterprise in the year published last. */
        DisclosedPoints: {
            points?: components["schemas"]["PointsRow"] | null;
            /** @description 凭据码 of the run. */
            receipt_code: string;
            /** @description The published run. */
            run_id: string;
            /**
             * Format: int32
             * @description The year evaluated.
             */
            year: number;
        };
        /** @description How points are spread. */
        DistributionOfPoints: {
            /** @description All of them together. */
            all: components["schemas"]["Spread"];
            /** @description The columns of the histogram: from this many points (the first) to the next one, the last with its upper end. */
            edges: string[];
            /** @description By kind, when asked for. */
            groups: components["schemas"]["SpreadOfKind"][];
        };
        /**
         * @description How far a policy or product that is written here is.
         * @enum {string}
         */
        DraftStateWord: "draft" | "submitted" | "published" | "withdrawn";
        /** @description How those of a band or grade ended. */
        EndsOfBand: {
            /** @description Whether half of one was added to each because one of both is none. */
            adjusted: boolean;
            /** @description Did not. */
            bad: number;
            /** @description Ended well. */
            good: number;
            /** @description The part that ended well, 0 to 1. */
            good_share?: string | null;
            /** @description The upper end. */
            high?: string | null;
            /** @description What it adds to the IV. */
            iv?: string | null;
            /** @description The lower end of its 95 % interval. */
            low?: string | null;
            /** @description WoE. */
            woe?: string | null;
        };
        /** @description Why a webhook is ended. */
        EndWebhook: {
            /** @description Why; it stands in the audit log. */
            reason: string;
        };
        /** @description What came of it. */
        Enrolled: {
            /** @description How many were added. */
            added: number;
            /** @description How many take part now. */
            total: number;
        };
        /** @description Which enterprises of the zone's register are to take part: those that match all that is given. */
        Enrolment: {
            /** @description These only, by id. */
            enterprise_ids?: string[] | null;
            /** @description In this field of technology. */
            field?: string | null;
            /** @description Founded on this day or before. */
            founded_until?: string | null;
            /** @description Whose industry code begins so. */
            industry?: string | null;
            /** @description In this park. */
            park?: string | null;
        };
        /** @description An enterprise to enter. */
        EnterEnterprise: {
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description 行政区划代码, six digits. */
            district?: string | null;
            /** @description 入区日期. */
            entered_on?: string | null;
            /** @description 技术领域, a category of the item `tech_field`. */
            field?: string | null;
            /** @description 成立日期 (`2015-03-02`). */
            founded_on?: string | null;
            /** @description GB/T 4754-2017 code, two to four digits. */
            industry?: string | null;
            /** @description Its legal name. */
            name: string;
            /** @description 园区. */
            park?: string | null;
        };
        /** @description Money to enter. */
        EnterFundMoney: {
            /** @description How much, in yuan. */
            amount: string;
            /** @description First day of a subsidy. */
            from?: string | null;
            /** @description What it is. */
            kind: components["schemas"]["FundEntryKindWord"];
            /** @description Whose; not for what is paid in. */
            loan_id?: string | null;
            /** @description What is said with it. */
            note?: string | null;
            /** @description The day by the bank or treasury. */
            on: string;
            /** @description The reference of the bank or treasury. */
            reference?: string | null;
            /** @description Its last day. */
            until?: string | null;
        };
        /** @description Money that was drawn or repaid. */
        EnterMoney: {
            /** @description How much principal, in yuan. */
            amount: string;
            /** @description Which. */
            kind: components["schemas"]["LoanEntryKind"];
            /** @description The day. */
            on: string;
            /** @description The bank's reference. */
            reference?: string | null;
        };
        /** @description An enterprise in a list. */
        Enterprise: {
            /** @description Changed last then. */
            changed_at: string;
            /** @description Left the register on this day. */
            closed_on?: string | null;
            /** @description Entered then. */
            created_at: string;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description 行政区划代码. */
            district?: string | null;
            /** @description 入区日期. */
            entered_on?: string | null;
            /** @description 技术领域, a category of the item `tech_field`. */
            field?: string | null;
            /** @description 成立日期. */
            founded_on?: string | null;
            /** @description Its id. */
            id: string;
            /** @description GB/T 4754-2017 code. */
            industry?: string | null;
            /** @description What that code is called. */
            industry_name?: string | null;
            /** @description The letter of its section. */
            industry_section?: string | null;
            /** @description The enterprise it was merged into. */
            merged_into?: string | null;
            /** @description Its legal name now. */
            name: string;
            /** @description The organisation it signs in as. */
            organisation_id?: string | null;
            /** @description 园区. */
            park?: string | null;
            /** @description 登记状态. */
            status: components["schemas"]["EnterpriseStatusWord"];
            /** @description The zone that registers it. */
            zone_id: string;
        };
        /** @description A person to ask. */
        EnterpriseContact: {
            /** @description What the person does there. */
            duty?: string | null;
            /** @description 电子邮箱. */
            email?: string | null;
            /** @description The person's name. */
            name: string;
            /** @description 电话. */
            telephone?: string | null;
        };
        /** @description An enterprise with what belongs to it. */
        EnterpriseDetail: {
            /** @description The people to ask, masked; see `contacts`. */
            contacts: components["schemas"]["EnterpriseContact"][];
            /** @description The enterprise. */
            enterprise: components["schemas"]["Enterprise"];
            /** @description Names it had. */
            former_names: components["schemas"]["FormerName"][];
            /** @description Labels, latest first. */
            labels: components["schemas"]["EnterpriseLabel"][];
            /** @description 企业划型, computed. */
            size: components["schemas"]["EnterpriseSize"];
        };
        /** @description Something that happened to an enterprise. */
        EnterpriseEvent: {
            /** @description The verb: `enter`, `edit`, `close`, `merge`, `absorb`, `label`, `remove-label`. */
            action: string;
            /** @description When. */
            changed_at: string;
            /** @description Who did it. */
            changed_by?: string | null;
            /** @description That person's name. */
            changed_by_name?: string | null;
            /** @description Changed fields with before and after. */
            detail: unknown;
            /** @description The import that did it. */
            import_id?: string | null;
        };
        /** @description A label an enterprise holds. */
        EnterpriseLabel: {
            /** @description 证书编号. */
            certificate?: string | null;
            /** @description 批次或文号: what gave it. */
            document?: string | null;
            /** @description Why it ended before its time. */
            ended?: string | null;
            /** @description Whether it holds today. */
            holds: boolean;
            /** @description Its id. */
            id: string;
            /** @description The import of the authority's list that says so. */
            import_id?: string | null;
            /** @description 高新技术企业, 科技型中小企业 … */
            label: string;
            /** @description Who says so. */
            source: string;
            /** @description Valid from this day. */
            valid_from: string;
            /** @description Valid to this day, the day included. */
            valid_to?: string | null;
        };
        /** @description One enterprise on every rung. */
        EnterpriseLadder: {
            /** @description 测算码 of everybody's computation this is a part of. */
            code: string;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Its name now. */
            name: string;
            /** @description 测算结果仅供参考，以主管部门认定为准. */
            note: string;
            /** @description The day of application. */
            on: string;
            /** @description Its place in the batch, for confirming and correcting data. */
            participant_id?: string | null;
            /** @description 复核 instead of 认定. */
            review: boolean;
            /** @description The run it is held against. */
            run_id: string;
            /** @description The run's state: of a draft nothing is final. */
            run_state: components["schemas"]["RunStateWord"];
            /** @description From the lowest rung up. */
            rungs: components["schemas"]["EnterpriseRung"][];
            /** @description Where the values come from. */
            sources: components["schemas"]["LadderSource"][];
            /**
             * Format: int32
             * @description The year of the data.
             */
            year: number;
        };
        /** @description One enterprise under every product. */
        EnterpriseOffers: {
            /** @description 测算码 of everybody's offers these are a part of. */
            code: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Its name now. */
            name: string;
            /** @description 参考额度，以银行审批为准. */
            note: string;
            /** @description What it may borrow first, highest limit first; then what the bank must check, what cannot be told, what it may not. */
            offers: components["schemas"]["MyOffer"][];
            /** @description The day. */
            on: string;
            /** @description Its points in the run; absent when withheld. */
            points?: string | null;
            /** @description The run whose data were used. */
            run_id: string;
            /**
             * Format: int32
             * @description The year of the data.
             */
            year: number;
        };
        /** @description One enterprise under every policy. */
        EnterprisePolicies: {
            /** @description 匹配码 of everybody's matching this is a part of. */
            code: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Σ of what is granted, in yuan. */
            granted: string;
            /** @description Its name now. */
            name: string;
            /** @description 测算结果仅供参考，以主管部门的审定和公示为准. */
            note: string;
            /** @description The day of matching. */
            on: string;
            /** @description What it gets first, then what an officer must check, what cannot be told, what it does not get, nearest first. */
            policies: components["schemas"]["MyPolicy"][];
            /** @description The run whose data were matched. */
            run_id: string;
            /**
             * Format: int32
             * @description The year of the data.
             */
            year: number;
        };
        /** @description One enterprise on one rung. */
        EnterpriseRung: components["schemas"]["LadderRung"] & {
            /** @description What the title brings. */
            benefits: components["schemas"]["LadderBenefit"][];
            /** @description Every condition and every item of the scorecard. */
            lines: components["schemas"]["LadderLine"][];
            /** @description Better bands of the scorecard, the nearest of each item. */
            next_bands: components["schemas"]["LadderNextBand"][];
            /** @description What is still to be done, cheapest first. */
            path: components["schemas"]["LadderPathStep"][];
            /** @description 乐观分. */
            points_high?: string | null;
            /** @description 保守分. */
            points_low?: string | null;
            /** @description Whether it can be reached: no veto stands against it, and no age has passed its limit. */
            reachable: boolean;
            recognition?: components["schemas"]["LadderRecognition"] | null;
            /** @description How many single conditions must still come true; absent when it is met or out of reach. */
            short?: number | null;
            /** @description What is computed. */
            verdict: components["schemas"]["LadderVerdict"];
            /** @description What is computed, in words. */
            verdict_text: string;
        };
        /** @description The class by size, or what is missing to tell it. */
        EnterpriseSize: {
            /** @description `large`, `medium`, `small`, `micro`; absent when it cannot be told. */
            class?: string | null;
            /** @description Codes of the items that are missing. */
            missing: string[];
            /** @description What the class is called. */
            name?: string | null;
            /**
             * Format: int32
             * @description The year whose values were used.
             */
            period?: number | null;
        };
        /**
         * @description 登记状态, with the words of the data dictionary.
         * @enum {string}
         */
        EnterpriseStatusWord: "active" | "suspended" | "dormant" | "liquidation" | "moved_out" | "ordered_closed" | "revoked" | "rescinded" | "deregistered" | "merged";
        /** @description Results of a batch: 回盘. */
        EnterResults: {
            /** @description The day the bank paid. */
            on: string;
            /** @description One per payment that has its result. */
            results: components["schemas"]["PaymentResult"][];
        };
        /**
         * @description How an enterprise stands to a policy.
         * @enum {string}
         */
        EntitlementStanding: "entitled" | "officer-check" | "cannot-tell" | "not-entitled";
        /**
         * @description What is decided of an entry.
         * @enum {string}
         */
        EntryDecision: "book" | "strike";
        /**
         * @description How far an entry of a fund is.
         * @enum {string}
         */
        EntryStateWord: "waiting" | "booked" | "struck";
        /** @description More time. */
        Extension: {
            /** @description The last day for this enterprise; absent takes an extension back. */
            deadline?: string | null;
            /** @description Why, for the enterprise and the audit log. */
            reason: string;
        };
        /** @description One field of the form. */
        FieldOfForm: {
            departments?: components["schemas"]["ValueBody"] | null;
            /** @description The document that defines it. */
            document?: string | null;
            /** @description The item's code. */
            item: string;
            /** @description The value that counted last year. */
            last_year?: string | null;
            /** @description What it means. */
            meaning: string;
            /** @description What it is called. */
            name: components["schemas"]["NameBody"];
            /** @description Whether an objection to it is open. */
            objection: boolean;
            own?: components["schemas"]["Cell"] | null;
            /** @description What is wrong with it now. */
            problems: components["schemas"]["ProblemOfField"][];
            /** @description Whether it may not be left out. */
            required: boolean;
            /** @description Why it was sent back, when it was. */
            returned?: string | null;
            /** @description The unit values are kept in. */
            unit?: string | null;
        };
        /** @description A field to send back. */
        FieldReturned: {
            /** @description The item's code; absent for the filing as a whole. */
            item?: string | null;
            /** @description Why. */
            reason: string;
        };
        /**
         * @description The lists that filters can be saved for.
         * @enum {string}
         */
        FilteredList: "standings" | "renewals" | "title-changes" | "annual-reports" | "tasks" | "points";
        /** @description One finding; each opens its enterprise. */
        Finding: {
            /** @description What it was compared with: last year's value, or how many enterprises have one. */
            beside?: string | null;
            /** @description The enterprise. */
            enterprise_id?: string | null;
            /** @description The item's code. */
            item?: string | null;
            /** @description Its name. */
            name?: string | null;
            /** @description The participant; absent for a finding about an item as a whole. */
            participant_id?: string | null;
            /** @description The value. */
            value?: string | null;
        };
        /** @description A code that shows that the secret has arrived. */
        FirstCode: {
            /** @description Six digits. */
            code: string;
        };
        /** @description The form. */
        FormBody: {
            /** @description Whether the enterprise only confirms what departments report. */
            confirm_only: boolean;
            /**
             * Format: int64
             * @description Version of the draft, for `If-Match` when saving; 0 before the first.
             */
            draft_version: number;
            /** @description The fields, in the order of the dictionary. */
            fields: components["schemas"]["FieldOfForm"][];
            /** @description Whose it is, and how far. */
            participant: components["schemas"]["Participant"];
            /** @description Saved then. */
            saved_at?: string | null;
        };
        /** @description A former name. */
        FormerName: {
            /** @description The name. */
            name: string;
            /** @description The last day it was called so. */
            until: string;
        };
        /** @description A fund with what came of it. */
        Fund: {
            /** @description What is in it. */
            balance: string;
            /** @description Σ paid to banks for what was not repaid. */
            compensated: string;
            /** @description What it bears of what is still owed of them. */
            covered: string;
            /** @description Loans that are filed with it. */
            filed: number;
            /** @description Σ that came back of that. */
            given_back: string;
            /** @description Its id. */
            id: string;
            /** @description What it is for. */
            kind: components["schemas"]["FundKindWord"];
            /** @description What it is called. */
            name: string;
            /** @description When it was opened. */
            opened_at: string;
            /** @description Σ paid in. */
            paid_in: string;
            /** @description Σ that came back of that. */
            recovered: string;
            /** @description Σ paid of interest. */
            subsidised: string;
            /**
             * Format: int64
             * @description Entries that wait for a second person.
             */
            waiting: number;
        };
        /** @description Money of a fund. */
        FundEntry: {
            /** @description How much. */
            amount: string;
            /** @description The bank of the loan. */
            bank_name?: string | null;
            /** @description Its 统一社会信用代码. */
            credit_code?: string | null;
            /** @description When. */
            decided_at?: string | null;
            /** @description Who booked it or struck it out. */
            decided_by_name?: string | null;
            /** @description When. */
            entered_at: string;
            /** @description Who entered it. */
            entered_by_name?: string | null;
            /** @description The enterprise of the loan. */
            enterprise_name?: string | null;
            /** @description First day of a subsidy. */
            from?: string | null;
            /** @description The fund. */
            fund_id: string;
            /** @description What it is called. */
            fund_name: string;
            /** @description Its id. */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["FundEntryKindWord"];
            /** @description Whose; absent for what is paid in. */
            loan_id?: string | null;
            /** @description What is said with it. */
            note?: string | null;
            /** @description The day by the bank or treasury. */
            on: string;
            /** @description Whether the caller entered it, so that another person must book it. */
            own: boolean;
            /** @description Why it was struck out. */
            reason?: string | null;
            /** @description The reference of the bank or treasury. */
            reference?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["EntryStateWord"];
            /** @description Its last day. */
            until?: string | null;
        };
        /**
         * @description Money of a fund.
         * @enum {string}
         */
        FundEntryKindWord: "pay-in" | "compensate" | "recover" | "subsidise" | "give-back";
        /**
         * @description What a fund is for.
         * @enum {string}
         */
        FundKindWord: "risk" | "interest";
        /** @description The funds of a zone. */
        Funds: {
            /** @description By name. */
            funds: components["schemas"]["Fund"][];
        };
        /** @description A change of one item that gains points. */
        GainBody: {
            /** @description Its present value with its unit; absent when missing. */
            from?: string | null;
            /** @description Code of the indicator. */
            indicator: string;
            /** @description The item to change. */
            item: components["schemas"]["Named"];
            /** @description What the indicator gains. */
            on_indicator: string;
            /** @description What the total gains. */
            on_total: string;
            /** @description The new value with its unit. */
            to: string;
            /** @description The new value as it is typed, in the item's own unit. */
            typed: string;
        };
        /** @description What is gathered up to a measure. */
        GatheredEnds: {
            /** @description The part of the bad. */
            bad: string;
            /** @description The part of the good, 0 to 1. */
            good: string;
            /** @description Points. */
            points: string;
        };
        /** @description A label to give. */
        GiveLabel: {
            /** @description 证书编号. */
            certificate?: string | null;
            /** @description 高新技术企业, 科技型中小企业 … */
            label: string;
            /** @description Valid from this day. */
            valid_from: string;
            /** @description Valid to this day. */
            valid_to?: string | null;
        };
        /** @description A grade. */
        GradeShown: {
            /** @description Its least total. */
            at_least: string;
            /** @description Its permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
        };
        /** @description How those of a grade ended. */
        GradeValidity: components["schemas"]["EndsOfBand"] & {
            grade?: components["schemas"]["NameBody"] | null;
        };
        /** @description A consent to grant. */
        GrantConsent: {
            /** @description To whom. */
            bank_id: string;
            /** @description `digest` of the text that was read and is agreed to. */
            digest: string;
            /** @description What is seen. */
            fields: components["schemas"]["ConsentFieldWord"][];
            /** @description For what. */
            purpose: components["schemas"]["ConsentPurposeWord"];
            /** @description To this day, the day included: a year at most. */
            valid_until: string;
        };
        /** @description One group of enterprises: what it gets by the version in force and by the text. Amounts are yuan. */
        GroupOnTrial: {
            /** @description Σ by the text. */
            after: string;
            /** @description Σ by the version in force. */
            before: string;
            /** @description What is grouped by: `stage`, `field`, `size`, `park`. */
            by: string;
            /** @description The group; empty where it is not known. */
            key: string;
            /** @description How many get something by the text. */
            served: number;
        };
        /** @description Whether points told who would grow. */
        GrowthValidity: {
            /** @description By how many percent at least. */
            at_least: string;
            /** @description The item that grows, by code. */
            item: string;
            /** @description The items that are known in both years. */
            items: components["schemas"]["ItemOfGrowth"][];
            /**
             * Format: int32
             * @description The year of the later run.
             */
            later_year: number;
            /** @description What was found; “good” is who grew. */
            validity: components["schemas"]["ValidityOfPoints"];
        };
        /** @description A probe's answer. */
        Health: {
            /** @description Always `ok`. */
            status: string;
        };
        /** @description What the provider sent the browser back with. */
        IdentityReturn: {
            /** @description `code` of the address. */
            code: string;
            /** @description `state` of the address. */
            state: string;
        };
        /** @description An indicator that tells nobody apart in a stage. */
        IdleIndicator: {
            /** @description Its permanent code. */
            code: string;
            /** @description The part of enterprises whose value is known, 0 to 1. */
            known?: string | null;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description The stage. */
            stage: components["schemas"]["NameBody"];
        };
        /** @description An import. */
        Import: {
            /** @description The batch, for values. */
            batch_id?: string | null;
            /** @description The sheet, what each column is, and what is wrong with the header. */
            columns: unknown;
            /** @description When. */
            created_at: string;
            /** @description Who sent it. */
            created_by: string;
            /** @description That person's name, where imports are read. */
            created_by_name?: string | null;
            /** @description Over then. */
            ended_at?: string | null;
            /** @description SHA-256 of the file. */
            file_hash: string;
            /** @description The file's name. */
            file_name: string;
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            file_size: number;
            /** @description Its id. */
            id: string;
            /** @description The job that works on it. */
            job_id?: string | null;
            /** @description What is imported. */
            kind: components["schemas"]["ImportKindWord"];
            /** @description What happens when some rows are bad. */
            mode: components["schemas"]["ImportModeWord"];
            /**
             * @description What the last look at every row came to: `rows`, `created`, `changed`, `unchanged`, `rejected`, `warnings`, and
             *     `problems` of the whole file.
             */
            outcome: unknown;
            /**
             * Format: int32
             * @description The period of rows that name none.
             */
            period?: number | null;
            /** @description Whether the workbook can be fetched back with its problems marked. */
            returned: boolean;
            /** @description Who reports; `register` for the register, the rung for authorities' lists. */
            source: string;
            /** @description How far it is. */
            state: components["schemas"]["ImportStateWord"];
            /** @description The zone whose data it changes. */
            zone_id: string;
        };
        /**
         * @description What is imported.
         * @enum {string}
         */
        ImportKindWord: "register" | "values" | "titles" | "annual-reports";
        /**
         * @description All rows or none, or the good rows only.
         * @enum {string}
         */
        ImportModeWord: "all" | "good";
        /**
         * @description How far an import is.
         * @enum {string}
         */
        ImportStateWord: "uploaded" | "previewing" | "previewed" | "running" | "done" | "failed" | "cancelled";
        /** @description What an enterprise got for one indicator. */
        IndicatorBody: {
            /**
             * Format: int64
             * @description What is remarkable, as bits.
             */
            flags: number;
            /** @description 满分. */
            full: string;
            /** @description 得分, exact decimal text. */
            points: string;
        };
        /** @description An indicator. */
        IndicatorShown: {
            /** @description The document it rests on. */
            basis?: string | null;
            /** @description Most points given, where not all of them; a share of full points. */
            cap?: string | null;
            /** @description Its permanent code. */
            code: string;
            /** @description Whether more or less is better: `higher`, `lower`. */
            direction: string;
            /** @description Least points given to a known value, where there are any; a share of full points. */
            floor?: string | null;
            /** @description Full points per stage; for deductions the most that is taken. */
            full: string[];
            /** @description Whether the scheme adds it to the one it extends. */
            local: boolean;
            missing?: components["schemas"]["NameBody"] | null;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description The code of its pillar. */
            pillar: string;
            /** @description Its rules, each with the stages it holds for. */
            rules: components["schemas"]["RuleShown"][];
            /** @description The unit values are shown in. */
            unit?: string | null;
            /** @description The formula of its value. */
            value: components["schemas"]["NameBody"];
        };
        /** @description What the indicators of a stage tell of its enterprises with points. */
        IndicatorStatistics: {
            /** @description Cronbach's α of the base indicators: how far they measure one thing. */
            alpha?: string | null;
            /**
             * @description Pearson's correlation of each indicator (line) with each one (column), in the same order; absent where one of
             *     both does not vary.
             */
            correlations: (string | null)[][];
            /** @description How many of its enterprises have points. */
            enterprises: number;
            /** @description The indicators that count in the stage, in the scheme's order. */
            indicators: components["schemas"]["StatisticsOfIndicator"][];
            /** @description The stage, by code. */
            stage?: string | null;
        };
        /** @description 二级指标 with its reason. */
        IndicatorWhy: components["schemas"]["Named"] & {
            /** @description The document it rests on. */
            basis?: string | null;
            /**
             * @description What is remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
             *     `substituted`, `not-applicable`.
             */
            flags: string[];
            /** @description The formula of its value. */
            formula: string;
            /** @description 满分. */
            full: string;
            /** @description 失分. */
            lost: string;
            /** @description What is missing to tell the value. */
            missing: components["schemas"]["NameBody"][];
            next?: components["schemas"]["NextBody"] | null;
            /** @description The items the value came from. */
            parts: components["schemas"]["PartBody"][];
            /** @description Code of its pillar. */
            pillar: string;
            /** @description 得分. */
            points: string;
            reference?: components["schemas"]["ReferenceBody"] | null;
            /** @description What the rule did with this value. */
            rule: components["schemas"]["NameBody"];
            scale?: components["schemas"]["ScaleOfRule"] | null;
            /** @description Its value with its unit; absent when missing. */
            value?: string | null;
        };
        /** @description One instalment. Amounts are yuan. */
        Instalment: {
            /** @description What is still owed after it. */
            balance: string;
            /** @description The day it is due. */
            due: string;
            /** @description 利息. */
            interest: string;
            /** @description 应还. */
            payment: string;
            /** @description 本金. */
            principal: string;
        };
        /** @description Under which policy. */
        InviteApplications: {
            /** @description The policy's code. */
            policy: string;
        };
        /** @description A person who was invited, and the link to give to them. */
        Invited: {
            /** @description The one-time link: in this answer and never again. */
            link?: string | null;
            /** @description The link works until then. */
            link_expires_at: string;
            /** @description The person. */
            user: components["schemas"]["User"];
        };
        /** @description How many were told. */
        InvitedToApply: {
            /** @description Those that have applied already. */
            applied: number;
            /** @description Enterprises that can apply and were told. */
            told: number;
            /** @description Those without people of their own, who can be reached by the phone list. */
            unreachable: number;
        };
        /** @description A person to invite. */
        InviteUser: {
            /** @description The language. */
            language: components["schemas"]["LanguageWord"];
            /** @description The log-in name: 2 to 64 letters, digits, `.`, `-`, `_` or `@`. */
            login: string;
            /** @description The person's name. */
            name: string;
            /** @description The organisation. */
            organisation_id: string;
            /** @description The roles. */
            roles: components["schemas"]["RoleWord"][];
        };
        /** @description An item of the data dictionary. */
        Item: {
            /** @description The codes its values may have; none for free text. */
            categories: components["schemas"]["CodeBody"][];
            /** @description Its permanent code. */
            code: string;
            /** @description `number`, `truth`, `text`, `date`, `credit_code` or `labels`. */
            kind: string;
            /** @description What it means, in Chinese. */
            meaning: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Whether the register keeps it: its workbooks may have it as a column. */
            register: boolean;
            /** @description Where it usually comes from. */
            reporter?: string | null;
            /** @description The unit its values are kept in. */
            unit?: string | null;
            /** @description Whether workbooks of values may have it as a column. */
            values: boolean;
            /** @description Whether a value belongs to a year. */
            yearly: boolean;
        };
        /** @description An item growth can be told of. */
        ItemOfGrowth: {
            /** @description Its code. */
            code: string;
            /** @description Its name. */
            name: components["schemas"]["NameBody"];
        };
        /** @description A data item that a scheme looks at. */
        ItemOfScheme: {
            /** @description Its permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Whether a stage or a base indicator has no value without it. */
            needed: boolean;
        };
        /** @description A job. */
        Job: {
            /** @description Whether somebody wants it stopped. */
            cancelling: boolean;
            /** @description Asked for then. */
            created_at: string;
            /**
             * Format: int64
             * @description Steps done.
             */
            done: number;
            /** @description Over then. */
            ended_at?: string | null;
            /** @description Its id. */
            id: string;
            /** @description What it does. */
            kind: string;
            /** @description Who asked for it. */
            owner_id: string;
            /** @description What came out, when it is over. */
            result?: unknown;
            /** @description Begun then. */
            started_at?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["JobStateWord"];
            /**
             * Format: int64
             * @description Steps in all, when known.
             */
            total?: number | null;
        };
        /**
         * @description What a job does.
         * @enum {string}
         */
        JobKind: "audit-verification" | "backup" | "run" | "import-preview" | "import" | "portraits";
        /**
         * @description How far a job is.
         * @enum {string}
         */
        JobStateWord: "waiting" | "running" | "done" | "failed" | "cancelled";
        /** @description A filter to keep. */
        KeepFilter: {
            /** @description The list. */
            list: components["schemas"]["FilteredList"];
            /** @description What to call it. */
            name: string;
            /** @description What the list is asked with, as it stands behind the `?` of its address. */
            query: string;
            /** @description Whether everybody of the zone sees it. */
            shared?: boolean;
        };
        /** @description One kind of enterprise. */
        KindOfEnterprise: {
            /** @description Its code; absent for enterprises of which it is not known. */
            code?: string | null;
            name?: components["schemas"]["NameBody"] | null;
        };
        /**
         * @description What an organisation is.
         * @enum {string}
         */
        KindWord: "centre" | "zone" | "department" | "bank" | "enterprise";
        /** @description A document a rule rests on. */
        LadderBasis: {
            /** @description 条款. */
            article?: string | null;
            /** @description When somebody last compared the rule with it. */
            checked_on?: string | null;
            /** @description 文号. */
            number?: string | null;
            /** @description Its title. */
            title: string;
        };
        /** @description What a title brings. */
        LadderBenefit: {
            /** @description The document that grants it. */
            basis: components["schemas"]["LadderBasis"];
            /** @description What it is. */
            name: string;
        };
        /** @description How many of those recognised on a rung are on the one above. */
        LadderConversion: {
            /** @description The rung above. */
            above: string;
            /** @description The rung below. */
            below: string;
            /** @description Of these, recognised on the rung above. */
            both: number;
            /** @description Of these, not recognised above but meeting its conditions, or promising. */
            ready: number;
            /** @description Recognised on the rung below. */
            recognised: number;
        };
        /** @description A condition or an item of the scorecard. */
        LadderLine: {
            /** @description 条款. */
            article?: string | null;
            /** @description What it is held against. */
            bound?: string | null;
            /** @description Its number in the notice; a part has its clause's. */
            code: string;
            /**
             * Format: int32
             * @description 0 for a clause, 1 and more for its parts.
             */
            depth: number;
            /** @description 满分. */
            full?: string | null;
            /** @description How far it is, unit included. */
            gap?: string | null;
            /** @description Codes of the items it looks at; see `sources`. */
            items: string[];
            /** @description What it is about. */
            kind: components["schemas"]["LadderLineKind"];
            /** @description What it asks for. */
            name: string;
            /** @description 乐观分. */
            points_high?: string | null;
            /** @description 保守分. */
            points_low?: string | null;
            /** @description What is missing, who decides, what to ask. */
            remark?: string | null;
            state?: components["schemas"]["LadderLineState"] | null;
            /** @description The value, unit included. */
            value?: string | null;
        };
        /**
         * @description What a line is about.
         * @enum {string}
         */
        LadderLineKind: "veto" | "hard" | "direct" | "section" | "item" | "total" | "pass";
        /**
         * @description How a line stands.
         * @enum {string}
         */
        LadderLineState: "met" | "unmet" | "unknown" | "officer" | "open";
        /**
         * @description Whom a list of a rung holds.
         * @enum {string}
         */
        LadderList: "all" | "near" | "cannot-tell" | "at-risk" | "candidates" | "recognised";
        /** @description A better band of an item. */
        LadderNextBand: {
            /** @description The item. */
            code: string;
            /** @description What is gained at the optimistic end. */
            gain_high: string;
            /** @description What is gained at the conservative end. */
            gain_low: string;
            /** @description How far it is relative to the edge, in per cent. */
            gap?: string | null;
            /** @description The value now, where the band begins, and what it is worth. */
            text: string;
        };
        /**
         * @description What has to be done about something.
         * @enum {string}
         */
        LadderPathKind: "report" | "check" | "change" | "wait";
        /** @description A step on the way to the rung. */
        LadderPathStep: {
            /** @description For points: the fewest better bands that give them. */
            bands: string[];
            /** @description The clause or pass rule. */
            code: string;
            /** @description For what comes with time: the day from which it is met. */
            from?: string | null;
            /** @description How far it is relative to the bound, in per cent. */
            gap?: string | null;
            /** @description What kind of step. */
            kind: components["schemas"]["LadderPathKind"];
            /** @description What is lacking, and by how much. */
            text: string;
        };
        /** @description What an authority recognised. */
        LadderRecognition: {
            /** @description 证书编号. */
            certificate?: string | null;
            /** @description Who says so. */
            source: string;
            /** @description Valid from. */
            valid_from: string;
            /** @description Valid to. */
            valid_to?: string | null;
        };
        /** @description A rung with the rules that an application goes by. */
        LadderRung: {
            /** @description The rungs directly below. */
            after: string[];
            /** @description Documents. */
            basis: components["schemas"]["LadderBasis"][];
            /** @description The rules' own code. */
            code: string;
            /** @description In force from. */
            from: string;
            /** @description The label that recognised enterprises hold. */
            label?: string | null;
            /** @description What it is called. */
            name: string;
            /** @description Whether every number is published (`false`: an example that must not look official). */
            official: boolean;
            /** @description Where the rules hold; absent for those of the whole country. */
            place?: string | null;
            /** @description How sure the rules are, and what is left open. */
            remarks: string[];
            /** @description Its permanent code. */
            rung: string;
            /** @description SHA-256 of the rule files. */
            source_hash: string;
            /** @description In force to. */
            until?: string | null;
            /** @description Version of the rules. */
            version: string;
        };
        /** @description Where a value comes from. */
        LadderSource: {
            /** @description The cell, such as `D7`. */
            cell?: string | null;
            /** @description The file's name. */
            file?: string | null;
            /** @description The import it came with. */
            import_id?: string | null;
            /** @description The item's code. */
            item: string;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int32
             * @description The year; 0 for items of no period.
             */
            period: number;
            /**
             * Format: int32
             * @description The row of the import's sheet.
             */
            row?: number | null;
            /** @description The sheet. */
            sheet?: string | null;
            /** @description Who states it. */
            source: components["schemas"]["SourceWord"];
            /** @description The value in the item's unit. */
            value: string;
        };
        /** @description A title. */
        LadderTitle: {
            /** @description The label that recognised enterprises hold. */
            label: string;
            /** @description What the rung is called. */
            name: string;
            /** @description The rung's code. */
            rung: string;
        };
        /**
         * @description 测算结论.
         * @enum {string}
         */
        LadderVerdict: "meets" | "promising" | "needs-officer" | "needs-data" | "fails";
        /**
         * @description The language a person reads.
         * @enum {string}
         */
        LanguageWord: "zh" | "en";
        /** @description One of those who lead. */
        LeaderOfScreen: {
            /** @description Its legal name. */
            name: string;
            /**
             * Format: int32
             * @description Its place among all.
             */
            rank?: number | null;
            /** @description Its points. */
            total?: string | null;
        };
        /**
         * @description What happened to the money.
         * @enum {string}
         */
        LedgerKindWord: "paid" | "failed" | "returned" | "clawed-back";
        /** @description The library of a run. */
        Library: {
            /** @description 测算码: the same data, rules and day give the same code anywhere. */
            code: string;
            /** @description From a rung to the one above. */
            conversions: components["schemas"]["LadderConversion"][];
            /** @description How many enterprises there are. */
            enterprises: number;
            /** @description Rungs without rules on that day. */
            not_in_force: components["schemas"]["NotInForce"][];
            /** @description 测算结果仅供参考，以主管部门认定为准. */
            note: string;
            /** @description The day of application. */
            on: string;
            /** @description 复核 instead of 认定. */
            review: boolean;
            /** @description The run. */
            run_id: string;
            /** @description The run's state: of a draft nothing is final. */
            run_state: components["schemas"]["RunStateWord"];
            /** @description From the lowest rung up. */
            rungs: components["schemas"]["LibraryRung"][];
            /** @description SHA-256 of the snapshot that was held against the rules. */
            snapshot_hash: string;
            /**
             * Format: int32
             * @description The year of its data.
             */
            year: number;
        };
        /** @description The enterprises of one park or field. */
        LibraryGroup: {
            /** @description So many enterprises. */
            enterprises: number;
            /** @description The park or field; absent for enterprises of none. */
            key?: string | null;
            /** @description What it is called. */
            name?: string | null;
            /** @description One per rung, in the order of the library. */
            rungs: components["schemas"]["LibraryGroupRung"][];
        };
        /** @description A rung within a park or field. */
        LibraryGroupRung: {
            /** @description 符合 or 有望, computed. */
            hopeful: number;
            /** @description Lack a single condition. */
            near: number;
            /** @description Recognised by an authority today. */
            recognised: number;
            /** @description The rung. */
            rung: string;
        };
        /** @description Counts by park or field. */
        LibraryGroups: {
            /** @description Largest first. */
            groups: components["schemas"]["LibraryGroup"][];
            /** @description 测算结果仅供参考，以主管部门认定为准. */
            note: string;
        };
        /** @description A rung with numbers. What is recognised comes from authorities, everything else is computed. */
        LibraryRung: components["schemas"]["LadderRung"] & {
            /** @description Are recognised and would fail on these data. */
            at_risk: number;
            /** @description Meet the conditions, or may, and are not recognised. */
            candidates: number;
            /** @description 不符合. */
            fails: number;
            /** @description 符合, computed. */
            meets: number;
            /** @description Of these, how many lack one, two or three single conditions and meet all others. */
            near: number[];
            /** @description 数据不足. */
            needs_data: number;
            /** @description 需人工核验. */
            needs_officer: number;
            /** @description 有望. */
            promising: number;
            /** @description Recognised by an authority today. */
            recognised: number;
        };
        /** @description A year of a rung. */
        LibraryYear: {
            /** @description From rung to rung within the twelve months before, by authorities' recognitions alone. */
            conversions: components["schemas"]["LibraryYearConversion"][];
            /** @description So many enterprises took part. */
            enterprises: number;
            /** @description The day of application for what is computed. */
            on: string;
            /** @description The published run. */
            run_id: string;
            /** @description One per rung in force on that day. */
            rungs: components["schemas"]["LibraryYearRung"][];
            /**
             * Format: int32
             * @description The year of the data.
             */
            year: number;
        };
        /** @description How many went from a rung to the one above within twelve months. */
        LibraryYearConversion: {
            /** @description The rung above. */
            above: string;
            /** @description What it is called. */
            above_name: string;
            /** @description The rung below. */
            below: string;
            /** @description What it is called. */
            below_name: string;
            /** @description Of these, recognised above on the day. */
            converted: number;
            /** @description Of these, recognised neither above nor below any more. */
            left: number;
            /** @description Recognised below and not above twelve months before. */
            recognised: number;
        };
        /** @description A rung in a year. */
        LibraryYearRung: {
            /** @description Of these, recognised within the last twelve months for the first time. */
            entered: number;
            /** @description Computed: meets the conditions, or may. */
            hopeful: number;
            /** @description Recognised twelve months before and no longer. */
            left: number;
            /** @description What it is called. */
            name: string;
            /** @description Recognised on the last day of the year after the data (or today), by the register. */
            recognised: number;
            /** @description The rung. */
            rung: string;
        };
        /** @description The years of the library. */
        LibraryYears: {
            /** @description 测算结果仅供参考，以主管部门认定为准. */
            note: string;
            /** @description Latest first. */
            years: components["schemas"]["LibraryYear"][];
        };
        /** @description What an enterprise says about its name on public lists. */
        ListingConsent: {
            /** @description Whether it may stand there. */
            allowed: boolean;
            /** @description When the enterprise said so; absent when it has said nothing. */
            changed_at?: string | null;
        };
        /** @description An application, and the loan it becomes. */
        Loan: {
            /** @description What is asked for. */
            amount: string;
            /** @description When it was applied for. */
            applied_at: string;
            /** @description Whom. */
            bank_id: string;
            /** @description What the bank is called. */
            bank_name: string;
            /** @description When it moved last. */
            changed_at: string;
            /** @description What else the bank asks for. */
            conditions?: string | null;
            /** @description The number of the contract. */
            contract?: string | null;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description When it was approved or rejected. */
            decided_at?: string | null;
            /** @description Σ drawn. */
            drawn: string;
            /** @description Who asks. */
            enterprise_id: string;
            /** @description Its name now. */
            enterprise_name: string;
            /** @description 首贷: whether the bank says that the enterprise never borrowed from a bank before; absent while it does not say. */
            first_loan?: boolean | null;
            /** @description What the bank lends; enterprises and zones see it once a second person confirmed it. */
            granted?: string | null;
            /**
             * Format: int64
             * @description For so many months.
             */
            granted_months?: number | null;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description For so many months.
             */
            months: number;
            /** @description What is still owed. */
            outstanding: string;
            /** @description The product's code. */
            product: string;
            /** @description Its name as it was, in the reader's language. */
            product_name: string;
            /** @description Its version as it was. */
            product_version: string;
            /** @description What the money is for. */
            purpose: string;
            reject_reason?: components["schemas"]["RejectReasonWord"] | null;
            /** @description Σ repaid. */
            repaid: string;
            /** @description How it is repaid. */
            repayment: components["schemas"]["RepaymentWord"];
            /** @description How far it is. */
            state: components["schemas"]["LoanStateWord"];
            /** @description To be signed and drawn by this day, the day included. */
            valid_until?: string | null;
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
            /** @description 年利率 in percent. */
            yearly_percent?: string | null;
        };
        /**
         * @description What is done to an application or a loan.
         * @enum {string}
         */
        LoanActionWord: "apply" | "accept" | "ask" | "answer" | "propose" | "confirm" | "send-back" | "reject" | "withdraw" | "sign" | "draw" | "repay" | "fall-due" | "cure" | "settle" | "lapse";
        /** @description Something a bank should look at. Points are exact decimal texts. */
        LoanAlert: {
            /** @description Points of the year published last; absent when withheld. */
            after?: string | null;
            /** @description Points of the year before. */
            before?: string | null;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description With whom. */
            enterprise_id: string;
            /** @description What is amiss. */
            kind: components["schemas"]["AlertKind"];
            /** @description Its loans that are not settled. */
            loan_ids: string[];
            /** @description Its name. */
            name: string;
            /** @description The title. */
            title?: string | null;
            /** @description Its last day. */
            until?: string | null;
            /**
             * Format: int32
             * @description The year of `after`, for points.
             */
            year?: number | null;
        };
        /** @description Alerts, and whom they cannot be about. */
        LoanAlerts: {
            /** @description What is withheld first, then what fell most, then titles by their last day. */
            alerts: components["schemas"]["LoanAlert"][];
            /** @description Enterprises with loans that do not. */
            unwatched: number;
            /** @description Enterprises with loans that let the bank look at points or titles to look after them. */
            watched: number;
        };
        /** @description What a loan costs. Amounts are yuan, to the cent. */
        LoanCost: {
            /** @description Σ of the fees. */
            fees: string;
            /** @description 利息. */
            interest: string;
            /**
             * Format: int32
             * @description 期限 in months.
             */
            months: number;
            /** @description 利息 and fees, subsidy taken off. */
            net: string;
            /** @description 本金. */
            principal: string;
            /** @description How it is repaid. */
            repayment: components["schemas"]["RepaymentWord"];
            /** @description 贴息 that may be paid back later. */
            subsidy: string;
            /** @description 综合年化成本 in percent to two places: interest and fees over the money owed and its time, simple. */
            yearly_percent?: string | null;
        };
        /**
         * @description What kind of money.
         * @enum {string}
         */
        LoanEntryKind: "draw" | "repay";
        /** @description A fee. */
        LoanFee: {
            /** @description Yuan, once. */
            amount?: string | null;
            /** @description What it is called. */
            name: string;
            /** @description Percent of the principal, once. */
            once_percent?: string | null;
            /** @description Percent of the principal a year; absent for others. */
            yearly_percent?: string | null;
        };
        /** @description What loans came to. */
        LoanFigures: {
            /** @description By month, the first one first. */
            months: components["schemas"]["LoansOfMonth"][];
            /** @description By bank and product. */
            products: components["schemas"]["LoansOfProduct"][];
            /** @description Why applications were rejected, most frequent first. */
            rejections: components["schemas"]["RejectionCount"][];
            /** @description By stage; absent for a bank, which knows the stage of nobody who has not let it know. */
            stages?: components["schemas"]["LoansOfStage"][] | null;
            /** @description All together. */
            total: components["schemas"]["LoanSums"];
        };
        /** @description One move of a loan. */
        LoanMove: {
            /** @description What was done. */
            action: components["schemas"]["LoanActionWord"];
            /** @description Money drawn or repaid. */
            amount?: string | null;
            /** @description When. */
            made_at: string;
            /** @description Who did it; absent where the calendar did. */
            made_by_name?: string | null;
            /** @description What was said with it. */
            note?: string | null;
            /** @description The day it happened, by the bank. */
            on?: string | null;
            /** @description The bank's reference. */
            reference?: string | null;
            /** @description The state afterwards. */
            state: components["schemas"]["LoanStateWord"];
        };
        /** @description A loan with everything that happened to it. */
        LoanPage: components["schemas"]["Loan"] & {
            /** @description The consent it was made under. */
            consent_id: string;
            /** @description First to last. */
            moves: components["schemas"]["LoanMove"][];
            /** @description 测算码. */
            offer_code: string;
            /** @description Its points then; absent when withheld. */
            points?: string | null;
            /** @description The product's whole file as it was. */
            product_text: string;
            rating?: components["schemas"]["LoanRating"] | null;
            /** @description What spoke against it or was missing then. */
            reasons: string[];
            /** @description 参考额度 when it was applied for; absent where data were missing. */
            reference_limit?: string | null;
            /** @description 年利率 in percent by the product then; absent where data were missing. */
            reference_percent?: string | null;
            /** @description The run whose data the reference limit came from. */
            run_id: string;
            /** @description What the zone did for it. */
            steps: components["schemas"]["LoanStep"][];
            /** @description What funds of the zone paid for it and got back. */
            support: components["schemas"]["LoanSupport"][];
        };
        /** @description A loan product. */
        LoanProduct: {
            /** @description 银行. */
            bank: string;
            /** @description What the limit is the least of. */
            caps: string[];
            /** @description Its permanent code. */
            code: string;
            /** @description 联系方式. */
            contact?: string | null;
            /** @description On the shelf from. */
            from: string;
            /**
             * Format: int32
             * @description Shortest term in months.
             */
            least_months: number;
            /**
             * Format: int32
             * @description Longest term in months.
             */
            most_months: number;
            /** @description What it is called. */
            name: string;
            /** @description Whether somebody offers it (`false`: an example that must not look official). */
            official: boolean;
            /** @description Whether it is on the shelf on the day asked for. */
            on_shelf: boolean;
            /** @description 用途. */
            purpose: string;
            /** @description How its rate reads. */
            reads: components["schemas"]["RateReadsWord"];
            /** @description 适用地区; everywhere when empty. */
            regions: string[];
            /** @description 还款方式 there are. */
            repayments: components["schemas"]["RepaymentWord"][];
            /** @description 担保方式. */
            security: components["schemas"]["SecurityWord"];
            /** @description … to; without an end when absent. */
            until?: string | null;
            /** @description Version of its file. */
            version: string;
            /**
             * Format: int32
             * @description 办理时限 in working days.
             */
            working_days?: number | null;
        };
        /** @description The page of a product. */
        LoanProductPage: components["schemas"]["LoanProduct"] & {
            /** @description Documents it rests on: title and 文号. */
            basis: string[];
            /** @description 准入条件 that data decide: all must be met. */
            conditions: components["schemas"]["PolicyClause"][];
            /** @description 费用. */
            fees: components["schemas"]["LoanFee"][];
            /** @description 材料. */
            materials: string[];
            /** @description 参考额度，以银行审批为准. */
            note: string;
            /** @description What the bank answers. */
            officer_checks: components["schemas"]["PolicyClause"][];
            /** @description What every reader must know. */
            remarks: string[];
            /** @description The rule file, comments and all. */
            source: string;
            /** @description Most that is paid back per loan, in yuan. */
            subsidy_cap?: string | null;
            /** @description 贴息: percent of the interest that is paid back; absent where there is none. */
            subsidy_percent?: string | null;
            /** @description The policy that pays it back. */
            subsidy_policy?: string | null;
            /** @description All of it as Chinese prose (Markdown). */
            text: string;
            /** @description Every version, oldest first. */
            versions: components["schemas"]["PolicyVersion"][];
        };
        /** @description What an enterprise says of the service of a bank. */
        LoanRating: {
            /** @description When. */
            rated_at: string;
            /** @description In words. */
            said?: string | null;
            /**
             * Format: int64
             * @description 1 to 5, 5 best.
             */
            stars: number;
        };
        /** @description A review of an application. */
        LoanReview: {
            /** @description The code of the card. */
            card: string;
            /** @description Its version. */
            card_version: string;
            /** @description Whether that is what the card suggests. */
            departure: components["schemas"]["ReviewDeparture"];
            /** @description Its id. */
            id: string;
            /** @description Why it is not. */
            justification?: string | null;
            /** @description What may be lent at most, in yuan. */
            limit: string;
            /** @description When. */
            made_at: string;
            /** @description Who reviewed. */
            made_by_name?: string | null;
            score?: components["schemas"]["LoanScore"] | null;
        };
        /** @description The reviews of an application. */
        LoanReviews: {
            card?: components["schemas"]["Scorecard"] | null;
            /** @description First to last; the last one counts. */
            reviews: components["schemas"]["LoanReview"][];
        };
        /** @description The instalments of a loan. Amounts are yuan. */
        LoanSchedule: {
            /** @description In order. */
            instalments: components["schemas"]["Instalment"][];
            /** @description Σ of the interest. */
            interest: string;
            /** @description Σ of everything paid. */
            paid: string;
            /** @description What a year costs in percent to two places: interest over the money owed and its time, simple. */
            yearly_percent?: string | null;
        };
        /** @description What a scorecard makes of one enterprise. Points are exact decimal texts. */
        LoanScore: {
            /** @description What everybody gets. */
            base: string;
            /** @description 评分码: whoever computes the same gets the same. */
            code: string;
            /** @description The code of the grade. */
            grade: string;
            /** @description What it is called. */
            grade_name: string;
            /** @description One per characteristic. */
            lines: components["schemas"]["ScoreLine"][];
            /** @description Most points there are. */
            most: string;
            /** @description Whether these are those of its stage; everybody of the run otherwise. */
            of_stage: boolean;
            /** @description How many enterprises the medians are of. */
            peers: number;
            /** @description On what fewer points are got than by the peer in the middle, most lost first. */
            reasons: string[];
            /** @description 参考额度 when it was applied for, in yuan; absent where data were missing. */
            reference_limit?: string | null;
            /** @description The share of the reference limit that the grade suggests, in percent. */
            share_percent: string;
            /** @description 建议额度 in yuan, no more than was asked for; absent where the reference limit is not known. */
            suggested?: string | null;
            /** @description The total. */
            total: string;
        };
        /** @description Loans that were applied for in one month. */
        LoansOfMonth: {
            /** @description The month in Beijing, such as `2026-11`. */
            month: string;
            /** @description Its numbers. */
            sums: components["schemas"]["LoanSums"];
        };
        /** @description Loans of one product. */
        LoansOfProduct: {
            /** @description The bank. */
            bank_name: string;
            /** @description The product's code. */
            product: string;
            /** @description Its name as it was last. */
            product_name: string;
            /** @description Its numbers. */
            sums: components["schemas"]["LoanSums"];
        };
        /** @description Loans of enterprises of one stage. */
        LoansOfStage: {
            /** @description The stage in the evaluation the loan was applied for on, by code; absent where it has none. */
            stage?: string | null;
            /** @description Its numbers. */
            sums: components["schemas"]["LoanSums"];
        };
        /**
         * @description How far an application is, and the loan it becomes.
         * @enum {string}
         */
        LoanStateWord: "submitted" | "reviewing" | "asked" | "proposed" | "approved" | "signed" | "lent" | "overdue" | "settled" | "rejected" | "withdrawn" | "lapsed";
        /** @description What a zone did for a loan. */
        LoanStep: {
            /** @description For a filing: the fund. */
            fund_name?: string | null;
            /** @description For a guarantee: who guarantees. */
            guarantor?: string | null;
            /** @description What. */
            kind: components["schemas"]["StepKindWord"];
            /** @description When. */
            made_at: string;
            /** @description What is said with it. */
            note?: string | null;
            /** @description The number of the paper. */
            reference?: string | null;
            /** @description The share of the principal that it bears, in percent. */
            share_percent?: string | null;
        };
        /** @description Numbers of loans. Amounts are yuan. */
        LoanSums: {
            /** @description Applications. */
            applied: number;
            /** @description Approved, whatever came of it. */
            approved: number;
            /** @description Σ asked for. */
            asked: string;
            /** @description Enterprises that drew money. */
            borrowers: number;
            /**
             * Format: int64
             * @description Whole days from application to decision, the middle one; absent while nothing is decided.
             */
            days_to_decision?: number | null;
            /** @description Σ drawn. */
            drawn: string;
            /** @description Of those, enterprises that never borrowed from a bank before, by what their banks said when they signed (首贷户). */
            first_borrowers: number;
            /** @description Σ granted. */
            granted: string;
            /** @description 年利率 that banks granted, in percent, by amount; absent while nothing is approved. Two decimals, half up. */
            granted_percent?: string | null;
            /** @description Σ still owed. */
            outstanding: string;
            /** @description Overdue now. */
            overdue: number;
            /** @description Σ still owed of those. */
            overdue_outstanding: string;
            /** @description Loans whose service was rated. */
            rated: number;
            /** @description The reference rate of the products for the same loans when they were applied for. */
            reference_percent?: string | null;
            /** @description Rejected. */
            rejected: number;
            /** @description Σ repaid. */
            repaid: string;
            /** @description The mean of 1 to 5 stars with one decimal; absent while nothing is rated. */
            stars?: string | null;
            /** @description Of those the bank has still to decide. */
            waiting: number;
        };
        /** @description Money of a fund for a loan, as its parties see it. */
        LoanSupport: {
            /** @description How much. */
            amount: string;
            /** @description First day of a subsidy. */
            from?: string | null;
            /** @description The fund. */
            fund_name: string;
            /** @description What it is. */
            kind: components["schemas"]["FundEntryKindWord"];
            /** @description The day by the bank or treasury. */
            on: string;
            /** @description Its last day. */
            until?: string | null;
        };
        /** @description Whether points told who would repay. */
        LoanValidity: {
            /** @description Loans that were drawn on this evaluation. */
            loans: number;
            outcome: ("overdue" | "default") & Record<string, never>;
            /** @description What was found; “good” is who has no such loan. */
            validity: components["schemas"]["ValidityOfPoints"];
        };
        /** @description What was found, in the order asked. */
        LookedUp: {
            /** @description Those with a result. */
            found: components["schemas"]["PointsRow"][];
            /** @description The others. */
            not_found: components["schemas"]["CodeNotFound"][];
        };
        /** @description Tasks to make. */
        MakeTasks: {
            /** @description The officer. */
            assignee_id: string;
            /** @description What people call this campaign. */
            campaign: string;
            /** @description The last day. */
            due_on: string;
            /** @description Only these enterprises of it; all of it when left out. */
            enterprise_ids?: string[] | null;
            /** @description The list, as the standings are asked for. */
            list: components["schemas"]["WantedStandings"];
        };
        /** @description A place where something happens. */
        MarkOfRule: {
            /**
             * Format: int64
             * @description Where, in thousandths of the width.
             */
            at: number;
            /** @description What it is worth. */
            points: string;
            /** @description The value with its unit. */
            value: string;
        };
        /** @description A policy with numbers. Amounts are yuan, to the cent. */
        MatchedPolicy: {
            /** @description 数据不足. */
            cannot_tell: number;
            /** @description Σ of what the entitled would get by formula and caps. */
            claimed: string;
            /** @description Its code. */
            code: string;
            /** @description 符合. */
            entitled: number;
            /** @description Σ of what is granted. */
            granted: string;
            /** @description What it gives. */
            kind: components["schemas"]["PolicyKindWord"];
            /** @description What is left of the budget; absent where it is not limited. */
            left?: string | null;
            /** @description Whether it gives money. */
            money: boolean;
            /** @description What it is called. */
            name: string;
            /** @description Σ after groups and ceilings: what it would cost without the end of the budget. */
            needed: string;
            /** @description 不符合. */
            not_entitled: number;
            /** @description 待人工核验. */
            officer_check: number;
            /** @description Whether somebody issued it. */
            official: boolean;
            /** @description Version of its file. */
            version: string;
            /** @description How it reaches the entitled. */
            way: components["schemas"]["PolicyWayWord"];
        };
        /** @description A run matched with the policies. */
        Matching: {
            /** @description 匹配码: the same data, rules and day give the same code anywhere. */
            code: string;
            /** @description How many enterprises there are. */
            enterprises: number;
            /** @description Σ of what is granted, in yuan. */
            granted: string;
            /** @description Those that were not matched. */
            not_matched: components["schemas"]["NotMatched"][];
            /** @description 测算结果仅供参考，以主管部门的审定和公示为准. */
            note: string;
            /** @description The day of matching. */
            on: string;
            /** @description The policies, by code. */
            policies: components["schemas"]["MatchedPolicy"][];
            /** @description The run. */
            run_id: string;
            /** @description The run's state: of a draft nothing is final. */
            run_state: components["schemas"]["RunStateWord"];
            /** @description How many of them are entitled to something. */
            served: number;
            /** @description SHA-256 of the snapshot that was matched. */
            snapshot_hash: string;
            /**
             * Format: int32
             * @description The year of its data.
             */
            year: number;
        };
        /** @description The person who is signed in. */
        Me: {
            /** @description The code of what has to be done first. */
            duty?: string | null;
            /** @description The id. */
            id: string;
            /** @description The language. */
            language: components["schemas"]["LanguageWord"];
            /** @description The log-in name. */
            login: string;
            /** @description The name. */
            name: string;
            /** @description The organisation. */
            organisation: components["schemas"]["MyOrganisation"];
            /** @description What the roles allow: permission to `zone`, `organisation` or `person`. */
            permissions: {
                [key: string]: string;
            };
            /**
             * Format: int64
             * @description Recovery codes left.
             */
            recovery_codes: number;
            /** @description The roles. */
            roles: components["schemas"]["RoleWord"][];
            /** @description Whether one-time codes are set up. */
            second_factor: boolean;
            /** @description This session ends then at the latest; absent for a token. */
            session_expires_at?: string | null;
        };
        /** @description Into which, and from when. */
        MergeEnterprise: {
            /** @description The enterprise it was merged into, of the same zone. */
            into: string;
            /** @description From this day. */
            on: string;
            /** @description The reason, in words. */
            reason: string;
        };
        /** @description Something that is missing, and of how many. */
        MissingItem: {
            /** @description Of these, how many lack nothing else. */
            alone: number;
            /** @description So many enterprises cannot be told without it. */
            enterprises: number;
            /** @description What `missing` of the standings takes. */
            key: string;
            /** @description What it is called. */
            name: string;
            /** @description 测算结果仅供参考，以主管部门认定为准. */
            note: string;
        };
        /** @description A move of a list. */
        MoveAwardList: {
            /** @description What is done. */
            action: components["schemas"]["AwardListMove"];
            /** @description Last day of the 公示, at least five days from today. */
            notice_until?: string | null;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description An indicator whose points change. */
        MovedBody: components["schemas"]["Named"] & {
            /** @description 得分 as it would be. */
            after: string;
            /** @description 得分 as it is. */
            before: string;
            /** @description What is remarkable then. */
            flags: string[];
            /** @description 满分 then. */
            full: string;
        };
        /** @description A move. */
        MoveLoan: {
            /** @description What is done. `draw` and `repay` are entries of money, not moves. */
            action: components["schemas"]["LoanActionWord"];
            /** @description For `sign`: the number of the contract. */
            contract?: string | null;
            /** @description For `sign`: 首贷, whether the enterprise never borrowed from a bank before. */
            first_loan?: boolean | null;
            /** @description What is said with it: asked for, answered, why not. */
            note?: string | null;
            reject_reason?: components["schemas"]["RejectReasonWord"] | null;
            terms?: components["schemas"]["Terms"] | null;
        };
        /** @description A published run beside another one. */
        MovementsOfPoints: {
            /** @description Enterprises of both. */
            both: number;
            /** @description Only of this one. */
            came: number;
            /** @description With fewer now. */
            down: number;
            /** @description Changes of grade. */
            grades: components["schemas"]["Passage"][];
            /** @description The mean change of points; exact decimal text, rounded half up to four decimals. */
            mean?: string | null;
            /** @description The median change of points. */
            median?: string | null;
            /** @description With as many. */
            same: number;
            /** @description Changes of stage, by how many enterprises of both. */
            stages: components["schemas"]["Passage"][];
            /** @description Of both, with points in both, with more now. */
            up: number;
            /** @description Only of the other one. */
            went: number;
        };
        /** @description A move. */
        MovePolicyApplication: {
            /** @description What is done. `apply` is no move. */
            action: components["schemas"]["ApplicationActionWord"];
            /** @description For `pass`: an answer to every check, all of them yes. For `refuse`: what was answered. */
            answers?: components["schemas"]["ApplicationAnswer"][] | null;
            /** @description For `answer`: the files, one for each material; as they were when left out. */
            materials?: components["schemas"]["ApplicationMaterialFile"][] | null;
            /** @description What is said with it: asked for, answered, why not. */
            note?: string | null;
        };
        /** @description One enterprise that moved. */
        Mover: {
            /** @description Total now. */
            after?: string | null;
            /** @description Total before, exact decimal text. */
            before?: string | null;
            cause?: components["schemas"]["Cause"] | null;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description The items whose values changed. */
            items: string[];
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Place now.
             */
            rank_after?: number | null;
            /**
             * Format: int64
             * @description Place before.
             */
            rank_before?: number | null;
            /** @description Stage now. */
            stage_after?: string | null;
            /** @description Stage before. */
            stage_before?: string | null;
            /** @description The veto that withholds it now. */
            withheld_after?: string | null;
            /** @description The veto that withheld the score before. */
            withheld_before?: string | null;
        };
        /** @description An enterprise that gains or loses. Amounts are yuan. */
        MoverOnTrial: {
            /** @description By the text. */
            after: string;
            /** @description By the version in force. */
            before: string;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description Its name. */
            name: string;
        };
        /** @description Where a task goes. */
        MoveTask: {
            /** @description What happened; the reason when it is given up. */
            note?: string | null;
            to?: components["schemas"]["TaskStateWord"] | null;
        };
        /** @description An identity of mine at a provider. */
        MyIdentity: {
            /** @description Linked then. */
            created_at: string;
            /** @description Its id. */
            id: string;
            /** @description The provider. */
            issuer: string;
            /** @description What I am called there. */
            name: string;
            /** @description Signed in by it last. */
            used_at?: string | null;
        };
        /** @description What a product offers the enterprise. Amounts are yuan. */
        MyOffer: {
            /** @description The bank, where it is on the platform and the reader may apply to it. */
            bank_id?: string | null;
            /** @description The reference rate in percent. */
            base_percent?: string | null;
            /** @description The caps, one by one. */
            caps: components["schemas"]["OfferCap"][];
            cost?: components["schemas"]["LoanCost"] | null;
            /** @description 参考额度 by the caps, whatever the conditions say; absent where data are missing. */
            limit?: string | null;
            /** @description Where data are missing: the limit is no more than this. */
            no_more_than?: string | null;
            /** @description The product. */
            product: components["schemas"]["LoanProduct"];
            /** @description Every failing condition with its gap, what is missing, what the bank must answer. */
            reasons: string[];
            /** @description 风险分担 that holds for the enterprise; empty where the bank bears all or it cannot be told. */
            sharing: components["schemas"]["OfferShare"][];
            /** @description How the enterprise stands. */
            standing: components["schemas"]["OfferStanding"];
            /** @description What is added to it. */
            steps: components["schemas"]["OfferRateStep"][];
            /** @description Whether the loan asked for is within the limit; absent where that cannot be told. */
            within?: boolean | null;
            /** @description 年利率 in percent; absent where data are missing. */
            yearly_percent?: string | null;
        };
        /** @description The organisation of the person. */
        MyOrganisation: {
            id: string;
            kind: components["schemas"]["KindWord"];
            name: string;
        };
        /** @description How the enterprise stands to one policy. Amounts are yuan, to the cent. */
        MyPolicy: {
            /** @description What it would get by formula and caps. */
            claimed?: string | null;
            /** @description 联系方式. */
            contact?: string | null;
            /** @description What is granted after groups, ceilings and budget. */
            granted?: string | null;
            /** @description What it gives. */
            kind: components["schemas"]["PolicyKindWord"];
            /** @description What it is called. */
            name: string;
            /** @description Whether somebody issued it. */
            official: boolean;
            /** @description The policy's code. */
            policy: string;
            /** @description Every failing condition with its gap, what is missing, what an officer must answer; what was cut. */
            reasons: string[];
            /** @description What is given that is not money. */
            right?: string | null;
            /** @description How many conditions it fails. */
            short: number;
            /** @description How it stands. */
            standing: components["schemas"]["EntitlementStanding"];
            /** @description In force to. */
            until?: string | null;
            /** @description How it reaches the entitled. */
            way: components["schemas"]["PolicyWayWord"];
        };
        /** @description One session of mine. */
        MySession: {
            /** @description From which network address it began. */
            address: string;
            /** @description With which program. */
            agent: string;
            /** @description Since when. */
            created_at: string;
            /** @description Whether it is the one asking. */
            current: boolean;
            /** @description Ends then at the latest. */
            expires_at: string;
            /** @description Its id. */
            id: string;
            /** @description Seen last, to the minute. */
            seen_at: string;
        };
        /** @description A token, without its text. */
        MyToken: {
            /** @description Made then. */
            created_at: string;
            /** @description Worthless from then on. */
            expires_at: string;
            /** @description Its id. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description What it may be used for. */
            scopes: string[];
            /** @description The token itself: shown when it is made and never again. */
            token?: string | null;
            /** @description Used last, to the minute. */
            used_at?: string | null;
        };
        /** @description A name in both languages. */
        NameBody: {
            /** @description English; absent where nobody has written one. */
            en?: string | null;
            /** @description 简体中文. */
            zh: string;
        };
        /** @description A code with its name. */
        Named: {
            /** @description The permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
        };
        /** @description A batch to make. */
        NewBatch: {
            /** @description What it is to be. */
            batch: components["schemas"]["ArrangeBatch"];
            /** @description The zone. */
            zone_id: string;
        };
        /** @description Something to say. */
        NewComment: {
            /** @description The code of the indicator, stage, veto or grade it is about. */
            about?: string | null;
            /** @description What is said. */
            said: string;
        };
        /** @description A policy, product or scorecard to begin: from one of the library, or with a text that was brought along. */
        NewRules: {
            /** @description The code of the policy, product or scorecard it begins as. */
            code?: string | null;
            /** @description A rule file that was brought along. */
            content?: string | null;
            how?: components["schemas"]["RuleBeginning"] | null;
            /** @description What it is; banks write products and scorecards, zones policies and products. */
            kind: components["schemas"]["RuleKindWord"];
        };
        /** @description A scheme to begin: from another one, or with a text that was brought along. */
        NewScheme: {
            /** @description The scheme it begins as: a file below `rules/`, as in the list of schemes. */
            based_on?: string | null;
            /** @description A rule file that was brought along. */
            content?: string | null;
            how?: components["schemas"]["Beginning"] | null;
            /** @description The zone; the caller's own when absent. */
            zone_id?: string | null;
        };
        /** @description A secret to put into an authenticator program. Shown once. */
        NewSecret: {
            /** @description The same as an `otpauth` address, for a picture. */
            address: string;
            /** @description The secret in base 32, for typing. */
            secret: string;
        };
        /** @description A value that is worth more. */
        NextBody: {
            /** @description Whether the threshold itself is enough. */
            inclusive: boolean;
            /** @description What the indicator is worth there. */
            points: string;
            /** @description Whether the value must rise to it, or fall. */
            upwards: boolean;
            /** @description The threshold with its unit. */
            value: string;
        };
        /** @description A better grade. */
        NextGrade: {
            /** @description Its least total. */
            at_least: string;
            /** @description Which. */
            grade: components["schemas"]["Named"];
            /** @description How many points are lacking. */
            lacking: string;
        };
        /** @description A rung without rules on the day. */
        NotInForce: {
            /** @description Its latest rules are in force from. */
            from: string;
            /** @description Its name. */
            name: string;
            /** @description Its code. */
            rung: string;
            /** @description … to. */
            until?: string | null;
        };
        /** @description A policy that was not matched. */
        NotMatched: {
            /** @description Its code. */
            code: string;
            /** @description What it is called. */
            name: string;
            /** @description Why. */
            why: string;
        };
        /** @description An objection to one value. */
        Objection: {
            /** @description The batch. */
            batch_id: string;
            /** @description What the enterprise says it is; absent when it should be missing. */
            claimed?: string | null;
            /**
             * Format: int32
             * @description Days left while it is open; negative when overdue.
             */
            days_left?: number | null;
            /** @description Decided then. */
            decided_at?: string | null;
            /** @description Why it was decided so. */
            decision?: string | null;
            /** @description To be decided by this day. */
            due_on: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description The attachment that proves it. */
            evidence?: string | null;
            /** @description Its id. */
            id: string;
            /** @description The item's code. */
            item: string;
            /** @description Raised on this day. */
            opened_on: string;
            /**
             * Format: int32
             * @description The year; 0 for items of no period.
             */
            period: number;
            /** @description Why. */
            reason: string;
            /** @description How far it is. */
            state: components["schemas"]["ObjectionStateWord"];
            /** @description The value objected to; absent when it is missing. */
            value?: string | null;
        };
        /**
         * @description How far an objection is.
         * @enum {string}
         */
        ObjectionStateWord: "open" | "upheld" | "dismissed" | "withdrawn";
        /** @description One cap of a limit. */
        OfferCap: {
            /** @description What it comes to in yuan; absent where it does not apply or data are missing. */
            amount?: string | null;
            /** @description Whether it applies; absent where data are missing. */
            applies?: boolean | null;
            /** @description Whether the limit comes from it. */
            binding: boolean;
            /** @description What is missing to tell. */
            missing: string[];
            /** @description What it is called. */
            name: string;
        };
        /** @description A product with numbers. Amounts are yuan. */
        OfferedProduct: {
            /** @description 银行. */
            bank: string;
            /** @description 待银行核验. */
            bank_check: number;
            /** @description 数据不足. */
            cannot_tell: number;
            /** @description Its code. */
            code: string;
            /** @description 符合准入条件. */
            eligible: number;
            /** @description The highest of them. */
            highest: string;
            /** @description Σ of the limits of the eligible. */
            limits: string;
            /** @description What it is called. */
            name: string;
            /** @description 不符合. */
            not_eligible: number;
            /** @description Whether somebody offers it. */
            official: boolean;
        };
        /** @description What the products offer everybody of a run. */
        OfferingOfRun: {
            /** @description 测算码: who computes the same data with the same products gets the same. */
            code: string;
            /** @description How many enterprises there are. */
            enterprises: number;
            /** @description Products that look at another year's data than the run has. */
            left_out: string[];
            /** @description 参考额度，以银行审批为准. */
            note: string;
            /** @description The day. */
            on: string;
            /** @description The products, by code. */
            products: components["schemas"]["OfferedProduct"][];
            /** @description How many may borrow under one product at least. */
            reached: number;
            /** @description The run. */
            run_id: string;
            /**
             * Format: int32
             * @description The year of the data.
             */
            year: number;
        };
        /** @description One step of a rate. */
        OfferRateStep: {
            /** @description What it is called. */
            name: string;
            /** @description What it adds, in percent; absent where it does not apply. */
            percent?: string | null;
        };
        /** @description Who bears how much of a loss. */
        OfferShare: {
            /** @description How much, in percent. */
            percent: string;
            /** @description Who. */
            who: string;
        };
        /**
         * @description How an enterprise stands to a loan product.
         * @enum {string}
         */
        OfferStanding: "eligible" | "bank-check" | "cannot-tell" | "not-eligible";
        /** @description A fund to open. */
        OpenFund: {
            /** @description What it is for. */
            kind: components["schemas"]["FundKindWord"];
            /** @description What it is called; no two of a zone alike. */
            name: string;
        };
        /** @description A list to open. */
        OpenList: {
            /** @description The day of matching; today, or the last day of the year after the run's, when left out. */
            on?: string | null;
            /** @description The policy's code. */
            policy: string;
        };
        /** @description An organisation to open. */
        OpenOrganisation: {
            /** @description 统一社会信用代码; an enterprise and a bank need one. */
            credit_code?: string | null;
            /** @description What it is; a centre is made when the platform is set up. */
            kind: components["schemas"]["KindWord"];
            /** @description Its legal name. */
            name: string;
            /** @description Open from this day (`2026-11-23`); today when left out. */
            opens_on?: string | null;
            /** @description The one above. */
            parent_id: string;
        };
        /** @description An organisation. */
        Organisation: {
            /** @description Closed from this day. */
            closes_on?: string | null;
            /** @description Entered then. */
            created_at: string;
            /** @description 统一社会信用代码. */
            credit_code?: string | null;
            /** @description Its id. */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["KindWord"];
            /** @description Its legal name. */
            name: string;
            /** @description Open from this day. */
            opens_on: string;
            /** @description The one above. */
            parent_id?: string | null;
        };
        /**
         * @description How an action ended.
         * @enum {string}
         */
        OutcomeWord: "done" | "refused" | "failed";
        /** @description A part of a value: an item of the dictionary and what is known of it. */
        PartBody: {
            /** @description The part as the formula names it. */
            text: string;
            /** @description Its value with its unit; absent when missing. */
            value?: string | null;
        };
        /** @description An enterprise in a batch. */
        Participant: {
            batch?: components["schemas"]["Batch"] | null;
            /** @description The batch. */
            batch_id: string;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description The last day for it. */
            deadline: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Whether that is an extension. */
            extended: boolean;
            /** @description Its group, where the batch has groups with last days of their own. */
            group?: string | null;
            /** @description Its id. */
            id: string;
            /** @description Whether the last day is past and nothing is submitted. */
            late: boolean;
            /** @description The enterprise's legal name. */
            name: string;
            /** @description 回执编号. */
            receipt_number?: string | null;
            /** @description How far its filing is. */
            state: components["schemas"]["ParticipantStateWord"];
            /** @description Submitted then. */
            submitted_at?: string | null;
        };
        /**
         * @description How far an enterprise's filing is.
         * @enum {string}
         */
        ParticipantStateWord: "draft" | "submitted" | "returned" | "approved" | "frozen";
        /** @description From what to what, and how many enterprises. */
        Passage: {
            after?: components["schemas"]["NameBody"] | null;
            before?: components["schemas"]["NameBody"] | null;
            /** @description How many. */
            enterprises: number;
        };
        /** @description 付款批次. */
        PaymentBatch: {
            /** @description Its id. */
            id: string;
            /** @description The list. */
            list_id: string;
            /**
             * Format: int64
             * @description How many payments.
             */
            payments: number;
            /** @description When. */
            prepared_at: string;
            /** @description Who made it. */
            prepared_by: string;
            /** @description Why it was given up. */
            reason?: string | null;
            /** @description When. */
            released_at?: string | null;
            /** @description Who released it. */
            released_by?: string | null;
            /** @description SHA-256 over every payment and its account: what was released is what is paid. */
            seal: string;
            /** @description How far it is. */
            state: components["schemas"]["PaymentStateWord"];
            /** @description Σ of them in yuan. */
            total: string;
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
        };
        /** @description What became of one payment. */
        PaymentResult: {
            /** @description The award: 付款编号 of the file. */
            award_id: string;
            /** @description Whether the money is there. */
            paid: boolean;
            /** @description Why not; needed when it is not. */
            reason?: string | null;
            /** @description The bank's reference. */
            reference?: string | null;
        };
        /**
         * @description How far a batch of payments is.
         * @enum {string}
         */
        PaymentStateWord: "prepared" | "released" | "settled" | "withdrawn";
        /** @description Where an enterprise stands among those of its stage that have a place. */
        PeersOfStage: {
            /** @description Whether they are enough to be compared with; otherwise there are no medians. */
            enough: boolean;
            /** @description How many of the stage have a place, this one included. */
            enterprises: number;
            /** @description The indicators that count in the stage, in the scheme's order. */
            indicators: components["schemas"]["PointsAmongPeers"][];
            /** @description The pillars that stand below no other, in the scheme's order. */
            pillars: components["schemas"]["PointsAmongPeers"][];
            stage?: components["schemas"]["Named"] | null;
            total?: components["schemas"]["SpreadOfPoints"] | null;
        };
        /** @description 一级指标. */
        PillarBody: components["schemas"]["Named"] & {
            /** @description What its points do. */
            class: components["schemas"]["ClassWord"];
            /** @description 满分 in this stage. */
            full: string;
            /** @description Code of the pillar it belongs to. */
            parent?: string | null;
            /** @description 得分; absent when withheld. */
            points?: string | null;
        };
        /** @description A pillar. */
        PillarShown: {
            /** @description What its points do: `base`, `bonus`, `deduction`. */
            class: string;
            /** @description Its permanent code. */
            code: string;
            /** @description Full points of everything below it, per stage. */
            full: string[];
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description The code of the pillar it belongs to. */
            parent?: string | null;
        };
        /** @description Enterprises by two dimensions. */
        PivotOfPoints: {
            /** @description All enterprises, each once. */
            all: components["schemas"]["CellOfPivot"];
            /** @description Line by line, one cell of each column. */
            cells: components["schemas"]["CellOfPivot"][][];
            /** @description The foot of each column. */
            column_ends: components["schemas"]["CellOfPivot"][];
            /** @description The kinds of the columns. */
            columns: components["schemas"]["KindOfEnterprise"][];
            /** @description The end of each line: all its enterprises, each once. */
            row_ends: components["schemas"]["CellOfPivot"][];
            /** @description The kinds of the lines. */
            rows: components["schemas"]["KindOfEnterprise"][];
        };
        /** @description A place. */
        PlaceBody: {
            /**
             * Format: int32
             * @description Among how many.
             */
            of: number;
            /**
             * Format: int32
             * @description 名次, from 1; equal totals share one.
             */
            place: number;
        };
        /** @description Points beside those of the stage. */
        PointsAmongPeers: components["schemas"]["Named"] & {
            /** @description What its points do. */
            class: components["schemas"]["ClassWord"];
            /** @description 满分 in this stage. */
            full: string;
            /** @description 得分 of this enterprise; absent when withheld. */
            points?: string | null;
            spread?: components["schemas"]["SpreadOfPoints"] | null;
        };
        /** @description The points of one enterprise in a published run, each with its reason. */
        PointsExplained: {
            /** @description The day on which ages and labels were judged. */
            as_of: string;
            /**
             * Format: int32
             * @description Base indicators that count.
             */
            asked: number;
            /** @description The evaluation. */
            batch_id: string;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description The enterprise. */
            enterprise_id: string;
            field_rank?: components["schemas"]["PlaceBody"] | null;
            /** @description One change at a time, the most gain first. */
            gains: components["schemas"]["GainBody"][];
            /** @description Whether the scheme is an example and no official one. */
            illustrative: boolean;
            /** @description The indicators that count in its stage, in the scheme's order. */
            indicators: components["schemas"]["IndicatorWhy"][];
            /** @description The items its points look at, to be tried with other values. */
            inputs: components["schemas"]["PointsInput"][];
            /**
             * Format: int32
             * @description Base indicators whose value is known.
             */
            known: number;
            /** @description Its legal name. */
            name: string;
            /** @description The participant. */
            participant_id: string;
            /** @description The pillars, in the scheme's order. */
            pillars: components["schemas"]["PillarBody"][];
            rank?: components["schemas"]["PlaceBody"] | null;
            /** @description 凭据码 of the run. */
            receipt_code: string;
            /** @description The published run. */
            run_id: string;
            /** @description The scheme. */
            scheme: components["schemas"]["Named"];
            stage?: components["schemas"]["StageBody"] | null;
            /** @description What is missing to tell the stage. */
            stage_missing: components["schemas"]["NameBody"][];
            stage_rank?: components["schemas"]["PlaceBody"] | null;
            sums?: components["schemas"]["SumsBody"] | null;
            /** @description Its version. */
            version: string;
            /** @description Vetoes that apply, or cannot be told yet. */
            vetoes: components["schemas"]["VetoBody"][];
            /**
             * Format: int32
             * @description The year evaluated.
             */
            year: number;
        };
        /** @description An item that some indicator of the stage looks at. */
        PointsInput: components["schemas"]["Named"] & {
            /** @description Codes of the indicators that look at it, in the scheme's order. */
            indicators: string[];
            /** @description Its present value as it is typed, in the item's own unit; absent when missing. */
            typed?: string | null;
        };
        /** @description What an enterprise got, in short. */
        PointsRow: {
            /**
             * Format: int32
             * @description Base indicators that count.
             */
            asked: number;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description The enterprise; absent when it has left the register. */
            enterprise_id?: string | null;
            /** @description 技术领域, by name. */
            field?: string | null;
            /** @description What is remarkable about some of its indicators. */
            flags: string[];
            /** @description Its grade, by name. */
            grade?: string | null;
            /**
             * Format: int32
             * @description Base indicators whose value is known.
             */
            known: number;
            /** @description Its legal name. */
            name: string;
            /** @description 园区. */
            park?: string | null;
            /** @description Its place in the evaluation, by which its points are read; absent when it has left the register. */
            participant_id?: string | null;
            /**
             * Format: int32
             * @description Its place among all.
             */
            rank?: number | null;
            /** @description 企业规模, by name, where it was reported. */
            size?: string | null;
            /** @description Its stage, by name; absent when data are missing. */
            stage?: string | null;
            /**
             * Format: int32
             * @description Its place within its stage.
             */
            stage_rank?: number | null;
            /** @description Its total, exact decimal text; absent when withheld or without stage. */
            total?: string | null;
            /** @description The veto that withholds the score, by name. */
            withheld?: string | null;
        };
        /** @description A policy. */
        Policy: {
            /** @description 年度预算 in yuan; absent where it is not limited. */
            budget?: string | null;
            /** @description Its permanent code. */
            code: string;
            /** @description 联系方式. */
            contact?: string | null;
            /** @description In force from. */
            from: string;
            /** @description What is given, part by part. */
            gives: string[];
            /** @description Whether it is in force on the day asked for. */
            in_force: boolean;
            /** @description 发布单位. */
            issuer: string;
            /** @description What it gives. */
            kind: components["schemas"]["PolicyKindWord"];
            /** @description What it is called. */
            name: string;
            /** @description Whether somebody issued it (`false`: an example that must not look official). */
            official: boolean;
            /** @description … to; without an end when absent. */
            until?: string | null;
            /** @description Version of its file. */
            version: string;
            /** @description How it reaches the entitled. */
            way: components["schemas"]["PolicyWayWord"];
            /**
             * Format: int32
             * @description 办理时限 in working days.
             */
            working_days?: number | null;
        };
        /** @description An application under a policy. */
        PolicyApplication: {
            /** @description When it was handed in. */
            applied_at: string;
            /** @description When it moved last. */
            changed_at: string;
            /** @description What it would get by formula and caps; absent where the award is not money. */
            claimed?: string | null;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description When it was decided. */
            decided_at?: string | null;
            /** @description To be decided by this day, the day included. */
            due_on?: string | null;
            /** @description Who applies. */
            enterprise_id: string;
            /** @description Its id. */
            id: string;
            /** @description Its name now. */
            name: string;
            /** @description Whether somebody issued it. */
            official: boolean;
            /**
             * Format: int32
             * @description The year whose money is paid.
             */
            period: number;
            /** @description The policy's code. */
            policy: string;
            /** @description Its name as it was, in the reader's language. */
            policy_name: string;
            /** @description Its version as it was. */
            policy_version: string;
            /** @description Why more is asked for, or why it was refused. */
            reason?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["ApplicationStateWord"];
            /**
             * Format: int64
             * @description For `If-Match`.
             */
            version: number;
            /** @description How it reaches the entitled. */
            way: components["schemas"]["PolicyWayWord"];
            /**
             * Format: int32
             * @description Working days left, today not counted; below nought when it is late. Absent while nobody's clock runs.
             */
            working_days_left?: number | null;
        };
        /** @description An application with everything that belongs to it. */
        PolicyApplicationPage: components["schemas"]["PolicyApplication"] & {
            award?: components["schemas"]["ApplicationAward"] | null;
            /** @description What only officers can answer. */
            checks: components["schemas"]["ApplicationCheck"][];
            /** @description 匹配码. */
            code: string;
            /** @description What the policy looked at when it was handed in. */
            data: components["schemas"]["ApplicationDatum"][];
            /** @description The day of matching. */
            matched_on: string;
            /** @description What proves it. */
            materials: components["schemas"]["ApplicationMaterial"][];
            /** @description First to last. */
            moves: components["schemas"]["ApplicationMove"][];
            /** @description The participant whose attachments they are. */
            participant_id?: string | null;
            /** @description The policy's whole file as it was. */
            policy_text: string;
            /** @description The run whose data were filled in. */
            run_id: string;
        };
        /** @description A condition or an officer's question. */
        PolicyClause: {
            /** @description 条款. */
            article?: string | null;
            /** @description Its code. */
            code: string;
            /** @description What it asks for. */
            name: string;
            /** @description The question an officer answers; absent for conditions that data decide. */
            question?: string | null;
        };
        /** @description A policy of the year. */
        PolicyFigures: {
            /**
             * Format: int64
             * @description Days from opening the list to the payment, of the middle enterprise; absent before the first payment.
             */
            days?: number | null;
            /**
             * Format: int64
             * @description How many enterprises were entitled.
             */
            entitled: number;
            /** @description Σ on the list that is neither struck out nor given up. */
            granted: string;
            /** @description What the policy's budget of the year has left over all its lists; absent where it is not limited. */
            left?: string | null;
            /** @description Its list. */
            list_id: string;
            /** @description Its name. */
            name: string;
            /** @description Σ paid. */
            paid: string;
            /** @description Its code. */
            policy: string;
            /** @description How many of them are paid. */
            reached: number;
        };
        /**
         * @description What a policy gives.
         * @enum {string}
         */
        PolicyKindWord: "relief" | "grant" | "right" | "title";
        /** @description The page of a policy. */
        PolicyPage: components["schemas"]["Policy"] & {
            /** @description Documents it rests on: title and 文号. */
            basis: string[];
            /** @description Most that an enterprise gets in a year under all policies of the same ceiling, in yuan. */
            ceiling?: string | null;
            /** @description What data decide: all must be met. */
            conditions: components["schemas"]["PolicyClause"][];
            /** @description On which day ages and labels are judged. */
            data_day: string;
            /** @description Which year's data it looks at: 上年度 or 本年度. */
            data_year: string;
            /** @description 就高不重复: of the policies of the same group only the highest is paid. */
            group?: string | null;
            /** @description Materials; empty where nothing is asked for. */
            materials: string[];
            /** @description 测算结果仅供参考，以主管部门的审定和公示为准. */
            note: string;
            /** @description What officers answer. */
            officer_checks: components["schemas"]["PolicyClause"][];
            /** @description The rule file, comments and all. */
            source: string;
            /** @description All of it as Chinese prose (Markdown), amounts, bands and budget in full. */
            text: string;
            /** @description Every version, oldest first. */
            versions: components["schemas"]["PolicyVersion"][];
        };
        /** @description What a text is worth as a policy, and what it would do. */
        PolicyTrial: {
            /** @description What is wrong with it, and what is allowed but probably not meant. */
            problems: components["schemas"]["ProblemOfText"][];
            result?: components["schemas"]["PolicyTrialResult"] | null;
            /** @description Whether nothing is wrong with it. */
            sound: boolean;
            /** @description Why there is no result, when it is sound. */
            why?: string | null;
        };
        /** @description What a policy would do. */
        PolicyTrialResult: {
            /** @description By the text. */
            after: components["schemas"]["MatchedPolicy"];
            before?: components["schemas"]["MatchedPolicy"] | null;
            /** @description How many get more than before. */
            gain: number;
            /** @description By stage, field, size and park. */
            groups: components["schemas"]["GroupOnTrial"][];
            /** @description How many get less. */
            lose: number;
            /** @description Who gains or loses most. */
            movers: components["schemas"]["MoverOnTrial"][];
            /** @description 测算结果仅供参考，以主管部门的审定和公示为准. */
            note: string;
            /** @description The day of matching. */
            on: string;
            /** @description The same by the text. */
            others_after: string;
            /** @description What other policies of the same group or ceiling pay less because of it, in yuan. */
            others_before: string;
        };
        /** @description One version of a policy or product. */
        PolicyVersion: {
            /** @description In force from. */
            from: string;
            /** @description … to. */
            until?: string | null;
            /** @description Version of its file. */
            version: string;
        };
        /**
         * @description How a policy reaches the entitled.
         * @enum {string}
         */
        PolicyWayWord: "without-application" | "on-request" | "fast-track" | "review";
        /** @description How well one measure tells good from bad. */
        Predictor: {
            /** @description AUC: the chance that of a good and a bad enterprise, drawn blindly, the good one has more; equal ones count half. */
            auc?: string | null;
            /** @description The upper end. */
            auc_high?: string | null;
            /** @description The lower end of its 95 % interval. */
            auc_low?: string | null;
            /** @description Its bands, the lowest first; that without a measure last. */
            bands: components["schemas"]["BandOfPredictor"][];
            /** @description What the PSI comes to. */
            drift?: ("stable" | "some" | "great") | null;
            /** @description IV, the sum over the bands. */
            iv?: string | null;
            /** @description KS: the widest gap between the parts of bad and of good ones with so many or fewer. */
            ks?: string | null;
            /** @description Where it is: points of the total, or the part of full points of an indicator. */
            ks_at?: string | null;
            /** @description Enterprises with this measure and a known end. */
            measured: number;
            /** @description PSI: how far measures have moved from this run to the one it is compared with. */
            psi?: string | null;
            /** @description What the IV comes to. */
            strength?: ("none" | "weak" | "medium" | "strong" | "suspicious") | null;
        };
        /** @description A problem as it is sent (RFC 9457). */
        Problem: {
            /** @description The permanent code. */
            code: string;
            /** @description What happened this time. */
            detail?: string | null;
            /** @description What is wrong with which field. */
            errors?: components["schemas"]["ProblemField"][];
            /** @description The id of the request, as in the server's log. */
            instance: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What happened, in the reader's language. */
            title: string;
            /** @description Address of the page that explains the code. */
            type: string;
        };
        /** @description What is wrong with one field. */
        ProblemField: {
            /** @description The permanent code of the check that found it. */
            code?: string | null;
            /** @description What is wrong, in the reader's language. */
            detail: string;
            /** @description JSON pointer into the body, or `?name` of a query parameter. */
            pointer: string;
        };
        /** @description What is wrong with a field. */
        ProblemOfField: {
            /** @description Whether it has to be mended; otherwise an explanation will do. */
            blocking: boolean;
            /** @description The permanent code. */
            code: string;
            /** @description What is wrong and what to do. */
            detail: components["schemas"]["NameBody"];
        };
        /** @description One problem of a rule file: where, what, how to mend it; in the caller's language. */
        ProblemOfText: {
            /** @description Its permanent code. */
            code: string;
            /** @description The column, from 1, in characters. */
            column: number;
            /** @description The column behind its end. */
            end_column: number;
            /** @description The line where it ends. */
            end_line: number;
            /** @description The file it is in: the scheme, or one that it refers to. */
            file: string;
            /** @description How to mend it. */
            hint?: string | null;
            /** @description The line, from 1. */
            line: number;
            /** @description What and why. */
            message: string;
            /** @description `error` or `warning`. */
            severity: string;
        };
        /** @description What a text is worth as a loan product, and what it would offer. */
        ProductTrial: {
            /** @description What is wrong with it, and what is allowed but probably not meant. */
            problems: components["schemas"]["ProblemOfText"][];
            result?: components["schemas"]["ProductTrialResult"] | null;
            /** @description Whether nothing is wrong with it. */
            sound: boolean;
            /** @description Why there is no result, when it is sound. */
            why?: string | null;
        };
        /** @description What a product would offer. A limit counts where the enterprise is eligible. */
        ProductTrialResult: {
            /** @description By the text. */
            after: components["schemas"]["OfferedProduct"];
            before?: components["schemas"]["OfferedProduct"] | null;
            /** @description Which caps decide by the text. */
            binding: components["schemas"]["BindingCap"][];
            /** @description How many could borrow more than before. */
            gain: number;
            /** @description By stage, field, size and park. */
            groups: components["schemas"]["GroupOnTrial"][];
            /** @description How many could borrow less. */
            lose: number;
            /** @description Who gains or loses most. */
            movers: components["schemas"]["MoverOnTrial"][];
            /** @description 参考额度，以银行审批为准. */
            note: string;
            /** @description The day. */
            on: string;
        };
        /** @description An enterprise that was found. Points are exact decimal text. */
        Prospect: {
            /** @description What lets the bank see it. */
            consent_id: string;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description Its id. */
            enterprise_id: string;
            /** @description Its grade, by name. */
            grade?: string | null;
            /** @description Its name. */
            name: string;
            /** @description Its points; absent when withheld or not evaluated. */
            points?: string | null;
            /** @description Its stage, by name. */
            stage?: string | null;
            /** @description The titles it holds; absent where it does not let the bank see them. */
            titles?: string[] | null;
            /** @description To this day, the day included. */
            valid_until: string;
            /**
             * Format: int32
             * @description The year of the points.
             */
            year?: number | null;
        };
        /** @description Whom a bank found, among how many. */
        Prospects: {
            /** @description Consents for the purpose that do not let the bank see points. */
            closed: number;
            /**
             * Format: int64
             * @description Consents beyond the latest 2,000, which were not looked at.
             */
            left_out: number;
            /** @description Consents for the purpose that were looked through: each of their enterprises reads that. */
            looked_at: number;
            /** @description Most points first; without points last. */
            prospects: components["schemas"]["Prospect"][];
        };
        /** @description Where to go on. */
        ProviderAddress: {
            /** @description The browser goes here; the provider sends it back to the page `/sign-in/return` with `state` and `code`. */
            address: string;
        };
        /** @description What the provider sent the browser back with. */
        ProviderReturn: {
            /** @description `code` of the address. */
            code: string;
            /** @description A one-time code, or a recovery code, when the first answer asked for one: with the same `state` and `code`. */
            one_time_code?: string | null;
            /** @description `state` of the address. */
            state: string;
        };
        /** @description How the results of a year are shown to everybody. */
        PublicList: {
            /** @description Where it is seen. */
            address: string;
            /** @description Changed last then; absent when nobody has. */
            changed_at?: string | null;
            /**
             * Format: int32
             * @description So many of each stage; absent for all.
             */
            most?: number | null;
            /** @description Of them, those that let their name stand. */
            named: number;
            /** @description Enterprises of the year with a place. */
            ranked: number;
            /** @description Whether they are shown now. */
            shown: boolean;
            /** @description Whether points stand beside places and grades. */
            shows_points: boolean;
        };
        /** @description The quality of a batch's data. */
        QualityBody: {
            /** @description Whether findings of blocking checks stop the freeze. */
            blocked: boolean;
            /** @description By check, in the order of the file. */
            checks: components["schemas"]["CheckBody"][];
            /** @description By item. */
            coverage: components["schemas"]["CoverageBody"][];
            /** @description Enterprises that take part. */
            participants: number;
        };
        /** @description An objection to raise. */
        RaiseAwardObjection: {
            /** @description The award objected to; left out by an enterprise that should be on the list and is not. */
            award_id?: string | null;
            /** @description The list, as its public notice names it. */
            list_id: string;
            /** @description Why. */
            reason: string;
        };
        /** @description An objection to raise. */
        RaiseObjection: {
            /** @description What the value is, in the item's unit; absent when there is none. */
            claimed?: string | null;
            /** @description The attachment that proves it. */
            evidence?: string | null;
            /** @description The item's code. */
            item: string;
            /** @description The enterprise in its batch. */
            participant_id: string;
            /**
             * Format: int32
             * @description The year; 0 for items of no period.
             */
            period: number;
            /** @description Why. */
            reason: string;
        };
        /** @description What an enterprise says of the service. */
        RateLoan: {
            /** @description In words. */
            said?: string | null;
            /**
             * Format: int64
             * @description 1 to 5, 5 best.
             */
            stars: number;
        };
        /**
         * @description How a published rate reads: the rate itself, a ceiling, the lowest there is.
         * @enum {string}
         */
        RateReadsWord: "exactly" | "at-most" | "from";
        /** @description Whom a zone recommends. */
        Recommend: {
            /** @description The batch, e.g. `2026年第1批`. */
            batch: string;
            /** @description Only those with at least so many points. */
            from?: string | null;
            /** @description Only holders of this title. */
            label?: string | null;
            /** @description Only those of this stage, by code. */
            stage?: string | null;
            /** @description To this day, the day included; without an end when left out. */
            valid_until?: string | null;
        };
        /** @description Who was recommended. */
        RecommendedNow: {
            /** @description So many were already. */
            before: number;
            /** @description So many are recommended by this. */
            recommended: number;
        };
        /** @description Codes for the day the telephone is lost. Shown once. */
        RecoveryCodes: {
            /** @description Each works once. */
            recovery_codes: string[];
        };
        /** @description The statistics of a peer group. */
        ReferenceBody: {
            /**
             * Format: int32
             * @description How many lie below.
             */
            below?: number | null;
            /**
             * Format: int32
             * @description Enterprises whose value is known.
             */
            count: number;
            /**
             * Format: int32
             * @description How many are equal.
             */
            equal?: number | null;
            /** @description Largest. */
            maximum: string;
            /** @description Mean. */
            mean?: string | null;
            /** @description Smallest. */
            minimum: string;
        };
        /** @description Why not. */
        Refusal: {
            /** @description The reason, for the enterprise to read. */
            reason: string;
        };
        /** @description A registration, as the zone sees it. */
        Registration: {
            /** @description The person to ask. */
            contact: string;
            /** @description Asked then. */
            created_at: string;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description Decided then. */
            decided_at?: string | null;
            /** @description Its id. */
            id: string;
            /** @description The log-in name wished for. */
            login: string;
            /** @description The enterprise's legal name. */
            name: string;
            /** @description Why it was refused. */
            reason?: string | null;
            /** @description What became of it. */
            state: components["schemas"]["RegistrationStateWord"];
            /** @description The zone that decides. */
            zone_id: string;
        };
        /** @description Which registration: both have to fit. */
        RegistrationAsked: {
            /** @description The 统一社会信用代码 it was made for. */
            credit_code: string;
            /** @description The number given when it arrived. */
            id: string;
        };
        /**
         * @description What became of a registration.
         * @enum {string}
         */
        RegistrationStateWord: "waiting" | "confirmed" | "refused";
        /** @description What became of it. */
        RegistrationStatus: {
            /** @description Asked then. */
            created_at: string;
            /** @description Decided then. */
            decided_at?: string | null;
            /** @description Why it was refused. */
            reason?: string | null;
            /** @description What became of it. */
            state: components["schemas"]["RegistrationStateWord"];
        };
        /** @description How often a reason was given. */
        RejectionCount: {
            /** @description How often. */
            count: number;
            /** @description The reason. */
            reason: components["schemas"]["RejectReasonWord"];
        };
        /**
         * @description Why a bank does not lend.
         * @enum {string}
         */
        RejectReasonWord: "points" | "credit" | "ability" | "purpose" | "material" | "quota" | "other";
        /** @description How many were told. */
        Reminded: {
            /** @description Told inside the platform. */
            told: number;
            /** @description Without people of their own, to be called. */
            unreachable: number;
        };
        /** @description Whom to remind. */
        Reminding: {
            /** @description Only those whose last day is past. */
            late_only: boolean;
            /** @description What else to say. */
            message?: string | null;
        };
        /** @description Which label. */
        RemoveLabel: {
            /** @description The label's id. */
            label_id: string;
            /** @description Why it was wrong. */
            reason: string;
        };
        /** @description A new legal name. */
        RenameOrganisation: {
            /** @description The legal name. */
            name: string;
        };
        /**
         * @description How a loan is repaid.
         * @enum {string}
         */
        RepaymentWord: "equal-instalments" | "equal-principal" | "monthly-interest" | "at-maturity";
        /** @description The contacts to keep. */
        ReplaceContacts: {
            /** @description All of them, in the place of those before. */
            contacts: components["schemas"]["EnterpriseContact"][];
        };
        /** @description One value with its provenance. */
        ReportedValue: {
            /** @description The batch it was made for. */
            batch_id: string;
            /** @description The cell, such as `D7`. */
            cell?: string | null;
            /** @description Whether it counts for its source, or a later statement replaced it. */
            counts: boolean;
            /** @description When. */
            entered_at: string;
            /** @description The person who entered it. */
            entered_by: string;
            /** @description That person's name. */
            entered_by_name?: string | null;
            /** @description The attachment that proves it. */
            evidence?: string | null;
            /** @description What the reporter says about it. */
            explanation?: string | null;
            /** @description The file's name. */
            file?: string | null;
            /** @description The heading of its column. */
            heading?: string | null;
            /** @description The import it came with; a form otherwise. */
            import_id?: string | null;
            /** @description The item's code. */
            item: string;
            /** @description The item's name. */
            name: string;
            /**
             * Format: int32
             * @description The year; absent for items that belong to no year.
             */
            period?: number | null;
            /** @description The sheet. */
            sheet?: string | null;
            /** @description Who reports. */
            source: components["schemas"]["ValueSourceWord"];
            /** @description `known`, `zero` (confirmed) or `missing` (said to be missing). */
            state: string;
            /** @description The statement it is part of. */
            statement_id: string;
            /** @description The item's unit. */
            unit?: string | null;
            /** @description Decimal text in the item's unit, a category's code, a text, a day. */
            value?: string | null;
        };
        /**
         * @description What is known about a report.
         * @enum {string}
         */
        ReportState: "missed" | "silent" | "reported";
        /** @description What to reset. */
        ResetUser: {
            /** @description Take the one-time codes away as well: the telephone is lost. */
            second_factor: boolean;
        };
        /** @description What is sent back. */
        Returning: {
            /** @description The fields, at least one. */
            fields: components["schemas"]["FieldReturned"][];
        };
        /**
         * @description Which way a review departs from the card.
         * @enum {string}
         */
        ReviewDeparture: "none" | "up" | "down";
        /** @description A review. */
        ReviewLoan: {
            /** @description 评分码 of what the reviewer has seen; another one by now is refused. */
            code: string;
            /** @description Why that is not what the card suggests; needed where it is not. */
            justification?: string | null;
            /** @description What may be lent at most, in yuan: zero or above, no more than was asked for, to the cent. */
            limit: string;
        };
        /** @description How much of places and grades rests on the weights. */
        RobustnessOfRun: {
            /** @description How often everybody was placed anew. */
            draws: number;
            /** @description How many have a place. */
            enterprises: number;
            /** @description So many are the first. */
            first: number;
            /** @description The same by grade, the best first. */
            grades: components["schemas"]["SureOfGrade"][];
            /** @description The part of the first that stays among them, on average. */
            kept_of_first?: string | null;
            /** @description A weight became up to this part greater or smaller. */
            spread: string;
            /** @description How many keep their grade in 95 of 100 draws. */
            sure: number;
            /** @description The mean width of the interval that holds nine of ten places. */
            width?: string | null;
        };
        /**
         * @description What a person does on the platform.
         * @enum {string}
         */
        RoleWord: "centre-officer" | "zone-administrator" | "data-reviewer" | "rule-author" | "publisher" | "policy-officer" | "bank-officer" | "enterprise-user" | "auditor" | "system-administrator" | "security-administrator";
        /**
         * @description What an import does with a row.
         * @enum {string}
         */
        RowOutcomeWord: "created" | "changed" | "unchanged" | "rejected";
        /**
         * @description How it begins.
         * @enum {string}
         */
        RuleBeginning: "version" | "copy";
        /** @description A policy or product that is written here, in a list. */
        RuleDraft: {
            /** @description Who began it. */
            author_name?: string | null;
            /** @description Changed last then. */
            changed_at: string;
            /** @description Who changed the text last. */
            changed_by_name?: string | null;
            /** @description Its permanent code, as far as that can be read. */
            code?: string | null;
            /** @description When. */
            created_at: string;
            /** @description Its file below `rules/`. */
            file: string;
            /** @description Its id. */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["RuleKindWord"];
            /** @description What its text calls it, as far as that can be read. */
            name?: string | null;
            /** @description Whether the caller's organisation writes it, and so may change it. */
            ours: boolean;
            /** @description Whether the caller wrote it, and so may not publish it. */
            own: boolean;
            /** @description Who writes it: a zone or a bank. */
            owner_id: string;
            /** @description Its name. */
            owner_name: string;
            /** @description When. */
            published_at?: string | null;
            /** @description Who published it. */
            published_by_name?: string | null;
            /** @description Why it was sent back or withdrawn. */
            reason?: string | null;
            /** @description Its version, as far as that can be read. */
            rules_version?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["DraftStateWord"];
            /** @description When. */
            submitted_at?: string | null;
            /** @description Who handed it in. */
            submitted_by_name?: string | null;
            /**
             * Format: int64
             * @description Grows with each change.
             */
            version: number;
        };
        /** @description A policy or product being written, whole. */
        RuleDraftWhole: components["schemas"]["RuleDraft"] & components["schemas"]["RuleJudged"] & {
            /** @description The rule file of the version that counts now; absent where there is none. */
            before?: string | null;
            /** @description The rule file. */
            content: string;
        };
        /** @description What a text is worth. */
        RuleJudged: {
            /** @description What stands in its way beside its own mistakes: a version there is already, a day that is over. */
            hindrances: string[];
            /** @description What is wrong with it, and what is allowed but probably not meant. */
            problems: components["schemas"]["ProblemOfText"][];
            /** @description Whether nothing is wrong with it and nothing stands in its way; it can be handed in. */
            sound: boolean;
            /** @description All of it as Chinese prose (Markdown); absent while it has mistakes. */
            text?: string | null;
        };
        /**
         * @description What kind of rule file is written.
         * @enum {string}
         */
        RuleKindWord: "scheme" | "policy" | "product" | "scorecard";
        /** @description A rule. */
        RuleShown: {
            scale?: components["schemas"]["ScaleOfRule"] | null;
            /** @description The rule as a sentence. */
            sentence: components["schemas"]["NameBody"];
            /** @description The codes of the stages it holds for. */
            stages: string[];
        };
        /** @description A text. */
        RuleText: {
            /** @description The rule file. */
            content: string;
        };
        /** @description One computation of a batch. */
        Run: {
            /** @description Its batch. */
            batch_id: string;
            /** @description The published run that it corrects. */
            corrects?: string | null;
            /** @description When. */
            created_at: string;
            /** @description Who asked for it. */
            created_by: string;
            /**
             * Format: int64
             * @description Enterprises scored.
             */
            enterprises: number;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description Which run of its batch, from 1.
             */
            number: number;
            /** @description When. */
            published_at?: string | null;
            /** @description Who published it. */
            published_by?: string | null;
            /**
             * Format: int64
             * @description With a rank.
             */
            ranked: number;
            /** @description Why. */
            reason?: string | null;
            /** @description The receipt: every file with its SHA-256. */
            receipt: unknown;
            /** @description 凭据码: the same data and rules give the same code, whoever computes, with the command or here. */
            receipt_code: string;
            /** @description How far it is. */
            state: components["schemas"]["RunStateWord"];
            /**
             * Format: int64
             * @description Withheld by a veto.
             */
            vetoed: number;
        };
        /** @description The evaluation that is going on. */
        RunningOfScreen: {
            /** @description How far it is. */
            board: components["schemas"]["BatchBoard"];
            /** @description What it is called. */
            title: string;
        };
        /** @description What an enterprise got. */
        RunResult: {
            /**
             * Format: int64
             * @description Base indicators that count.
             */
            asked: number;
            /** @description Its 统一社会信用代码. */
            credit_code?: string | null;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Its technology field. */
            field?: string | null;
            /** @description Its grade. */
            grade?: string | null;
            /** @description Every indicator in the scheme's order: points, full points, flags. */
            indicators?: components["schemas"]["IndicatorBody"][] | null;
            /**
             * Format: int64
             * @description Base indicators whose value is known.
             */
            known: number;
            /** @description Its legal name. */
            name?: string | null;
            /**
             * Format: int64
             * @description Its place among all.
             */
            rank?: number | null;
            /** @description Code of its stage; absent when data are missing. */
            stage?: string | null;
            /**
             * Format: int64
             * @description Its place within its stage.
             */
            stage_rank?: number | null;
            /** @description Its total, exact decimal text; absent when withheld or without stage. */
            total?: string | null;
            /** @description Code of the veto that withholds the score. */
            withheld?: string | null;
        };
        /**
         * @description How far a run is.
         * @enum {string}
         */
        RunStateWord: "draft" | "published" | "superseded" | "discarded";
        /** @description What one source says. */
        SaidBody: {
            /** @description Whether it counts. */
            counts: boolean;
            /** @description When. */
            entered_at: string;
            /** @description Who entered it. */
            entered_by: string;
            /** @description The attachment that proves it. */
            evidence?: string | null;
            /** @description What the reporter says about it. */
            explanation?: string | null;
            /** @description The import it came with; a form otherwise. */
            import_id?: string | null;
            /**
             * Format: int32
             * @description The row of the import's sheet.
             */
            row?: number | null;
            /** @description Who says it. */
            source: components["schemas"]["SourceWord"];
            /** @description The statement, to decide for. */
            statement_id: string;
            /** @description Exact decimal text in the item's unit, a code, text or day; absent when it is said to be missing. */
            value?: string | null;
        };
        /** @description A draft that was saved. */
        Saved: {
            /**
             * Format: int64
             * @description Version of the draft.
             */
            draft_version: number;
            /** @description How many fields have problems; the form says which. */
            problems: number;
            /** @description Saved then. */
            saved_at: string;
        };
        /** @description A saved filter. */
        SavedFilter: {
            /** @description Its id. */
            id: string;
            /** @description The list: `standings`, `renewals`, `title-changes`, `annual-reports`, `tasks`, `points`. */
            list: string;
            /** @description What it is called. */
            name: string;
            /** @description Whether it is the caller's own, who alone may change it. */
            own: boolean;
            /** @description Whose it is. */
            owner_name?: string | null;
            /** @description What the list is asked with, as it stands behind the `?` of its address. */
            query: string;
            /** @description Whether everybody of the zone sees it. */
            shared: boolean;
            /**
             * Format: int64
             * @description Grows with each change.
             */
            version: number;
        };
        /** @description What values of an indicator are worth, as a line to be drawn. */
        ScaleOfRule: {
            /**
             * Format: int64
             * @description Where the value lies, in thousandths of the width; absent when it is missing.
             */
            at?: number | null;
            /** @description Whether the value lies beyond the picture, which then shows it at its end. */
            beyond: boolean;
            /** @description The value at the left end, with its unit. */
            from: string;
            /** @description The line from left to right: thousandths of the width, thousandths of full points. */
            line: number[][];
            /** @description Edges of bands, ends of scales, smallest and largest of the peers. */
            marks: components["schemas"]["MarkOfRule"][];
            /** @description The value at the right end, with its unit. */
            to: string;
        };
        /** @description A scheme. */
        Scheme: {
            /** @description Its permanent code. */
            code: string;
            /** @description The first day it is in force. */
            from?: string | null;
            /** @description Its grades, best first. */
            grades: components["schemas"]["CodeBody"][];
            /** @description Its indicators. */
            indicators: components["schemas"]["CodeBody"][];
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Whether a zone wrote it itself, in the scheme studio. */
            own: boolean;
            /** @description Its file below `rules/`: what a batch names. */
            path: string;
            /** @description Its stages. */
            stages: components["schemas"]["CodeBody"][];
            /** @description `official`, or `illustrative` (示例方案，非官方权重). */
            status: string;
            /** @description The last day it is in force, where there is one. */
            until?: string | null;
            /** @description Its version. */
            version: string;
            /** @description Its vetoes. */
            vetoes: components["schemas"]["CodeBody"][];
        };
        /** @description One thing that differs. */
        SchemeChange: {
            after?: components["schemas"]["NameBody"] | null;
            before?: components["schemas"]["NameBody"] | null;
            /** @description What happened: `added`, `removed`, `changed`. */
            kind: string;
            /** @description To what. */
            what: components["schemas"]["NameBody"];
        };
        /** @description Something said about a scheme. */
        SchemeComment: {
            /** @description The code of the part it is about; absent when it is about all of it. */
            about?: string | null;
            /** @description By whom. */
            author_name?: string | null;
            /** @description Its id. */
            id: string;
            /** @description What was said. */
            said: string;
            /** @description When. */
            said_at: string;
        };
        /** @description A scheme of a zone, in a list. */
        SchemeDraft: {
            /** @description Who began it. */
            author_id: string;
            /** @description Their name. */
            author_name?: string | null;
            /** @description The file it began as. */
            based_on?: string | null;
            /** @description Changed last then. */
            changed_at: string;
            /** @description Who changed the text last. */
            changed_by_name?: string | null;
            /** @description Its permanent code, as far as that can be read. */
            code?: string | null;
            /** @description When. */
            created_at: string;
            /** @description Its file below `rules/`: what a batch names once it is published. */
            file: string;
            /** @description Its id. */
            id: string;
            /** @description What its text calls it, as far as that can be read. */
            name?: string | null;
            /** @description Whether the caller wrote it, and so may not publish it. */
            own: boolean;
            /** @description When. */
            published_at?: string | null;
            /** @description Who published it. */
            published_by_name?: string | null;
            /** @description Why it was sent back or withdrawn. */
            reason?: string | null;
            /** @description Its version, as far as that can be read. */
            scheme_version?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["SchemeStateWord"];
            /** @description When. */
            submitted_at?: string | null;
            /** @description Who handed it in. */
            submitted_by_name?: string | null;
            /**
             * Format: int64
             * @description Grows with each change.
             */
            version: number;
            /** @description The zone. */
            zone_id: string;
        };
        /** @description A scheme being written, whole. */
        SchemeDraftWhole: components["schemas"]["SchemeDraft"] & components["schemas"]["SchemeJudged"] & {
            /** @description The rule file. */
            content: string;
        };
        /** @description What a text is worth as a scheme. */
        SchemeJudged: {
            /** @description What is wrong with it, and what is allowed but probably not meant. */
            problems: components["schemas"]["ProblemOfText"][];
            shown?: components["schemas"]["SchemeShown"] | null;
            /** @description Whether nothing is wrong with it; it can be handed in and tried. */
            sound: boolean;
        };
        /** @description A scheme, resolved for one day. */
        SchemeShown: {
            /** @description The documents it rests on. */
            basis: string[];
            /** @description Most that all bonus indicators together can add. */
            bonus_cap?: string | null;
            /** @description Its permanent code. */
            code: string;
            /** @description 满分 of each stage without bonus. */
            full_points: string;
            /** @description Its grades, best first. */
            grades: components["schemas"]["GradeShown"][];
            /** @description The day its numbers are those of. */
            in_force_on: string;
            /** @description Its indicators, in the order of the file. */
            indicators: components["schemas"]["IndicatorShown"][];
            /** @description Every data item it looks at; `true` for those without which a stage or a base indicator has no value. */
            items: components["schemas"]["ItemOfScheme"][];
            /** @description Below this share of known base indicators no grade is given. */
            minimum_coverage?: string | null;
            /** @description What a missing value is worth, in words. */
            missing: components["schemas"]["NameBody"];
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Its pillars, parents before children. */
            pillars: components["schemas"]["PillarShown"][];
            /** @description Its stages. */
            stages: components["schemas"]["StageShown"][];
            /** @description `official`, or `illustrative` (示例方案，非官方权重). */
            status: string;
            /** @description Its version. */
            version: string;
            /** @description Its vetoes. */
            vetoes: components["schemas"]["VetoShown"][];
        };
        /**
         * @description How far a scheme of a zone is.
         * @enum {string}
         */
        SchemeStateWord: "draft" | "submitted" | "published" | "withdrawn";
        /** @description A text. */
        SchemeText: {
            /** @description The rule file. */
            content: string;
        };
        /** @description A scheme on the values of a frozen year, beside the scheme of that year. */
        SchemeTrial: {
            /** @description As it would be. */
            after: components["schemas"]["TrialSide"];
            /** @description Spearman's correlation of both orders: 1 when nobody moves. */
            agreement?: string | null;
            /** @description As it was computed. */
            before: components["schemas"]["TrialSide"];
            /** @description Enterprises with a place in both. */
            both: number;
            /** @description With a worse one. */
            down: number;
            /** @description Grades, best first, of both schemes. */
            grades: components["schemas"]["TrialGrade"][];
            /** @description Who gains and loses, by kind. */
            groups: components["schemas"]["TrialGroup"][];
            /** @description Indicators that tell nobody apart. */
            idle: components["schemas"]["IdleIndicator"][];
            /** @description The part of the first tenth that stays in it. */
            kept_of_first?: string | null;
            /** @description Those who lose most. */
            losers: components["schemas"]["TrialMover"][];
            /** @description How many places an enterprise moves on average. */
            moves?: string | null;
            /** @description Items that a stage or a base indicator needs and of which nobody's value is known that year. */
            not_collected: components["schemas"]["NameBody"][];
            /** @description Enterprises whose stage is another one. */
            restaged: number;
            /** @description The run. */
            run_id: string;
            /** @description Of them, those with a better place. */
            up: number;
            /** @description Those who gain most places. */
            winners: components["schemas"]["TrialMover"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description A score in short. */
        ScoreBody: {
            stage?: components["schemas"]["Named"] | null;
            stage_rank?: components["schemas"]["PlaceBody"] | null;
            sums?: components["schemas"]["SumsBody"] | null;
        };
        /** @description A scorecard of the caller's bank. */
        Scorecard: {
            /** @description The bank it is for. */
            bank: string;
            /** @description Its permanent code. */
            code: string;
            /** @description Used from. */
            from: string;
            /** @description Its grades, best first. */
            grades: components["schemas"]["CardGradeBody"][];
            /** @description Most points there are, exact decimal text. */
            most: string;
            /** @description What it is called. */
            name: string;
            /** @description Whether a bank uses it (`false`: an example that must not look official). */
            official: boolean;
            /** @description Whether that is the caller's: others are examples to be copied and score nobody. */
            own: boolean;
            /** @description Codes of the products it is for. */
            products: string[];
            /** @description What an enterprise must let the bank see for it, by name. */
            reads: string[];
            /** @description Whether terms may only be proposed after a review by it. */
            required: boolean;
            /** @description … to; without an end when absent. */
            until?: string | null;
            /** @description Version of its file. */
            version: string;
        };
        /** @description The page of a scorecard. */
        ScorecardPage: components["schemas"]["Scorecard"] & {
            /** @description Documents it rests on: title and 文号. */
            basis: string[];
            /** @description 评分卡结果供审查参考，不替代银行的审批. */
            note: string;
            /** @description What every reader must know. */
            remarks: string[];
            /** @description The rule file, comments and all. */
            source: string;
            /** @description All of it as Chinese prose (Markdown). */
            text: string;
            /** @description Every version, oldest first. */
            versions: components["schemas"]["PolicyVersion"][];
        };
        /** @description What the card of the caller's bank makes of an application. */
        ScoredLoan: {
            /** @description The card. */
            card: components["schemas"]["Scorecard"];
            /** @description 评分卡结果供审查参考，不替代银行的审批. */
            note: string;
            /** @description What it makes of the enterprise. */
            score: components["schemas"]["LoanScore"];
        };
        /** @description One characteristic of a scorecard for one enterprise. */
        ScoreLine: {
            /** @description Its code. */
            code: string;
            /** @description What is missing or cannot be computed. */
            missing: string[];
            /** @description Most points it gives. */
            most: string;
            /** @description What it is called. */
            name: string;
            /** @description The peers' median of the points; absent where there are too few. */
            peer_points?: string | null;
            /** @description The peers' median of the values that are known numbers. */
            peer_value?: string | null;
            /** @description The points of its bin. */
            points: string;
            /** @description Its value; absent where it lies in the bin for what is missing. */
            value?: string | null;
        };
        /** @description What a screen on a wall shows. */
        Screen: {
            /** @description When this was put together. */
            at: string;
            latest?: components["schemas"]["ScreenOfYear"] | null;
            /** @description The zone, or the caller's own organisation where nothing is published. */
            organisation: string;
            running?: components["schemas"]["RunningOfScreen"] | null;
        };
        /** @description The latest published year. */
        ScreenOfYear: {
            /** @description By field of technology. */
            fields: components["schemas"]["SpreadOfKind"][];
            /** @description By grade. */
            grades: components["schemas"]["SpreadOfKind"][];
            /** @description Its run. */
            run_id: string;
            /** @description How points are spread, also by stage. */
            stages: components["schemas"]["DistributionOfPoints"];
            /** @description What its evaluation is called. */
            title: string;
            /** @description Who leads; absent for those who may not see lists of points. */
            top?: components["schemas"]["LeaderOfScreen"][] | null;
            /** @description The medians of the published years, the earliest first. */
            years: components["schemas"]["YearOfScreen"][];
        };
        /**
         * @description What a bank falls back on.
         * @enum {string}
         */
        SecurityWord: "credit" | "public-guarantee" | "guarantee" | "pledge" | "mortgage";
        /** @description A number for each set. */
        SetsOfWeights: {
            /** @description CRITIC. */
            critic?: string | null;
            /** @description 熵权法. */
            entropy?: string | null;
            /** @description 等权. */
            equal?: string | null;
            /** @description As the scheme has it. */
            present?: string | null;
        };
        /** @description How to show them. */
        ShowResults: {
            /**
             * Format: int32
             * @description So many of each stage; absent for all.
             */
            most?: number | null;
            /** @description Whether they are shown. */
            shown: boolean;
            /** @description Whether points stand beside places and grades. */
            shows_points: boolean;
        };
        /** @description A session that began. */
        SignedIn: {
            /** @description The code of what has to be done first, e.g. `password-expired`. */
            duty?: string | null;
            /** @description Ends then at the latest. */
            expires_at: string;
            /** @description The session's id. */
            id: string;
            /** @description The person's id. */
            user_id: string;
        };
        /** @description Who wants to sign in. */
        SignIn: {
            /** @description A one-time code, or a recovery code. */
            code?: string | null;
            /** @description The log-in name; capitals do not matter. */
            login: string;
            /** @description The password. */
            password: string;
        };
        /** @description How one may sign in. */
        SignInOptions: {
            /** @description The name of the identity provider, for a button; absent when there is none. */
            provider?: string | null;
        };
        /**
         * @description Who reports a value.
         * @enum {string}
         */
        SourceWord: "tax" | "hr" | "ip" | "science" | "industry" | "market" | "torch" | "self";
        /** @description How the points of some enterprises are spread. Points are exact decimal texts, rounded half up to four decimals. */
        Spread: {
            /** @description How many are in each column of the histogram. */
            counts: number[];
            /** @description How many enterprises. */
            enterprises: number;
            /** @description The fewest. */
            least?: string | null;
            /** @description A quarter has less. */
            lower?: string | null;
            /** @description The mean of those with points. */
            mean?: string | null;
            /** @description Half has less. */
            median?: string | null;
            /** @description The most. */
            most?: string | null;
            /** @description A tenth has more. */
            ninetieth?: string | null;
            /** @description Of them, those with points. */
            scored: number;
            /** @description Their part of all points, 0 to 1. */
            share?: string | null;
            /** @description A tenth has less. */
            tenth?: string | null;
            /** @description Those without stage, because data are missing. */
            unstaged: number;
            /** @description A quarter has more. */
            upper?: string | null;
            /** @description Those whose score a veto withholds. */
            withheld: number;
        };
        /** @description One kind of enterprise. */
        SpreadOfKind: {
            /** @description Which. */
            kind: components["schemas"]["KindOfEnterprise"];
            /** @description How its points are spread. */
            spread: components["schemas"]["Spread"];
        };
        /** @description Quartiles of points. */
        SpreadOfPoints: {
            /** @description A quarter has less. */
            lower: string;
            /** @description Half has less. */
            median: string;
            /** @description A quarter has more. */
            upper: string;
        };
        /** @description A stage with its reason. */
        StageBody: components["schemas"]["Named"] & {
            /** @description The values it was told by. */
            parts: components["schemas"]["PartBody"][];
            /** @description Its condition. */
            rule: string;
        };
        /** @description How many went from one stage to another. */
        StageMove: {
            /** @description So many enterprises. */
            enterprises: number;
            /** @description The stage then; absent when it could not be told. */
            from?: string | null;
            /** @description What they are called. */
            from_name?: string | null;
            /** @description The stage now. */
            to?: string | null;
            /** @description What they are called. */
            to_name?: string | null;
        };
        /** @description Moves between growth stages. */
        StageMoves: {
            /** @description Enterprises in both years whose stage is known in both. */
            both: number;
            /** @description Took part then and no longer. */
            gone: number;
            /** @description Joined since. */
            joined: number;
            /** @description Of these, how many are in another stage now. */
            moved: number;
            /** @description Every pair of stages, most frequent first. */
            moves: components["schemas"]["StageMove"][];
            /** @description The share of those that moved, in per cent with one place. */
            share: string;
            /**
             * Format: int32
             * @description The year compared with.
             */
            since: number;
            /**
             * Format: int32
             * @description The year of the run.
             */
            year: number;
        };
        /** @description A stage. */
        StageShown: {
            /** @description Its permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Full points of its base indicators together; the scheme's full points where the scheme is sound. */
            sum: string;
            /** @description Which enterprises belong to it. */
            when: components["schemas"]["NameBody"];
        };
        /**
         * @description How the value that counts came to count.
         * @enum {string}
         */
        StandingWord: "absent" | "agreed" | "disputed" | "decided";
        /**
         * @description Whether a person may sign in.
         * @enum {string}
         */
        StateWord: "invited" | "active" | "disabled";
        /** @description What one indicator tells. */
        StatisticsOfIndicator: {
            /** @description α without it: greater than α when it measures something else. */
            alpha_without?: string | null;
            /** @description What its points do: `base`, `bonus` or `deduction`. */
            class: string;
            /** @description Its permanent code. */
            code: string;
            /** @description The standard deviation of its points. */
            deviation?: string | null;
            /** @description The part with its full points. */
            everything?: string | null;
            /** @description 满分 in this stage. */
            full: string;
            /** @description The part of enterprises whose value is known, 0 to 1. */
            known?: string | null;
            /** @description The mean of its points. */
            mean?: string | null;
            /** @description How many places enterprises would move on average without it. */
            moves?: string | null;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description The part without any points of it. */
            nothing?: string | null;
            /** @description 偏度 of its points; above nought: few have many. */
            skewness?: string | null;
            /** @description Whether it tells enterprises apart: not where nearly all have the same points. */
            tells_apart: boolean;
            /** @description Its correlation with the rest of the total. */
            with_rest?: string | null;
            /** @description The part whose value is known to be nought. */
            zero?: string | null;
        };
        /**
         * @description What a zone does for a loan.
         * @enum {string}
         */
        StepKindWord: "recommend" | "guarantee" | "file";
        /** @description A proof of presence. */
        StepUp: {
            /** @description A one-time code, where one is set up. */
            code?: string | null;
            /** @description The password. */
            password: string;
        };
        /** @description One story. */
        Story: {
            /** @description Its permanent code. */
            code: string;
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description The enterprise; it may be too young for the published years. */
            enterprise_id: string;
            /** @description Whose story it is: its legal name. */
            name: string;
            /** @description What happened, and what must come of it. */
            text: components["schemas"]["NameBody"];
            /** @description What it is about. */
            title: components["schemas"]["NameBody"];
        };
        /** @description Taking an award off its list, or putting it back. */
        StrikeAward: {
            /** @description Why. */
            reason: string;
            /** @description Off the list; otherwise back on it. */
            struck: boolean;
        };
        /** @description What weights the base indicators of a stage could have. */
        SuggestedWeights: {
            /** @description How far the order under each set agrees with the present one: Spearman's correlation. */
            agreement: components["schemas"]["SetsOfWeights"];
            /** @description Enterprises of the stage whose points are looked at. */
            enterprises: number;
            /** @description Full points to be shared out. */
            full_points: string;
            /** @description The indicators, in the scheme's order. */
            indicators: components["schemas"]["WeightsOfIndicator"][];
            /** @description The stage, by code. */
            stage: string;
        };
        /** @description The sums of a score. */
        SumsBody: {
            /** @description 基础分. */
            base: string;
            /** @description 加分, capped. */
            bonus: string;
            /** @description 扣分. */
            deduction: string;
            grade?: components["schemas"]["Named"] | null;
            next_grade?: components["schemas"]["NextGrade"] | null;
            /** @description 总分. */
            total: string;
        };
        /** @description How sure a grade is. */
        SureOfGrade: {
            /** @description How many have it. */
            enterprises: number;
            /** @description Which. */
            grade: components["schemas"]["NameBody"];
            /** @description Of them, those that keep it in 95 of 100 draws. */
            sure: number;
        };
        /** @description Money that comes back. */
        TakeBack: {
            /** @description `returned` by the bank, so that it can be paid again to another account; or `clawed-back`, for good. */
            kind: components["schemas"]["LedgerKindWord"];
            /** @description The day the money came back. */
            on: string;
            /** @description Why. */
            reason: string;
            /** @description The bank's reference. */
            reference?: string | null;
        };
        /** @description A step a zone takes for a loan. */
        TakeStep: {
            /** @description For a filing: the fund. */
            fund_id?: string | null;
            /** @description For a guarantee: who guarantees. */
            guarantor?: string | null;
            /** @description What. */
            kind: components["schemas"]["StepKindWord"];
            /** @description What is said with it. */
            note?: string | null;
            /** @description The number of the paper. */
            reference?: string | null;
            /** @description For a filing: the share of the principal that the fund bears, in percent, e.g. `35`. */
            share_percent?: string | null;
        };
        /** @description A task. */
        Task: {
            /** @description What the enterprise lacked then. */
            advice: string;
            /** @description Who looks after it. */
            assignee_id: string;
            /** @description That person's name. */
            assignee_name?: string | null;
            /** @description The campaign. */
            campaign: string;
            /** @description Changed last then. */
            changed_at: string;
            /** @description Made then. */
            created_at: string;
            /** @description 统一社会信用代码. */
            credit_code?: string | null;
            /** @description By when. */
            due_on: string;
            /** @description The enterprise. */
            enterprise_id: string;
            /** @description Its name now. */
            enterprise_name?: string | null;
            /** @description Its id. */
            id: string;
            /** @description The list it came from. */
            list: string;
            /** @description Whether it is open and its last day is past. */
            overdue: boolean;
            /** @description Why it was given up. */
            reason?: string | null;
            /** @description The run that list was computed from. */
            run_id: string;
            /** @description The rung it is about. */
            rung: string;
            /** @description How far it is. */
            state: components["schemas"]["TaskStateWord"];
        };
        /** @description A task with its notes. */
        TaskDetail: components["schemas"]["Task"] & {
            /** @description Files, oldest first. */
            files: components["schemas"]["TaskFile"][];
            /** @description What happened, oldest first. */
            notes: components["schemas"]["TaskNote"][];
        };
        /** @description A file of a task. */
        TaskFile: {
            /** @description When. */
            added_at: string;
            /** @description By whom. */
            added_by?: string | null;
            /** @description SHA-256 of the content. */
            hash: string;
            /** @description Its id. */
            id: string;
            /** @description What it is, as its content shows. */
            media_type: string;
            /** @description The name it was sent under. */
            name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description A note of a task. */
        TaskNote: {
            /** @description What was said. */
            note: string;
            state?: components["schemas"]["TaskStateWord"] | null;
            /** @description When. */
            written_at: string;
            /** @description By whom. */
            written_by?: string | null;
        };
        /** @description Tasks of one officer in one campaign. */
        TaskResults: {
            /** @description Of these, how many were reached, promised or done: those that were advised. */
            advised: number;
            /** @description The officer. */
            assignee_id: string;
            /** @description That person's name. */
            assignee_name?: string | null;
            /** @description The campaign. */
            campaign: string;
            /** @description The enterprise was reached. */
            contacted: number;
            /** @description It did. */
            done: number;
            /**
             * @description Of those advised: recognised by an authority between the day of the task and the end of the next year. Nothing
             *     computed counts.
             */
            entered: number;
            /** @description Given up. */
            given_up: number;
            /** @description Nobody did anything yet. */
            open: number;
            /** @description Open and past the last day. */
            overdue: number;
            /** @description The enterprise promised to do it. */
            promised: number;
            /** @description So many tasks. */
            tasks: number;
            /** @description Of those advised: their next year is not over yet. */
            waiting: number;
        };
        /** @description What was made. */
        TasksMade: {
            /** @description So many tasks. */
            made: number;
            /** @description Enterprises with an open task about the same rung; nothing was made for them. */
            open_already: number;
        };
        /**
         * @description How far a task is.
         * @enum {string}
         */
        TaskStateWord: "open" | "contacted" | "promised" | "done" | "given-up";
        /** @description What the bank proposes to lend. */
        Terms: {
            /** @description How much, in yuan; no more than was asked for. */
            amount: string;
            /** @description What else is asked for. */
            conditions?: string | null;
            /**
             * Format: int32
             * @description For so many months.
             */
            months: number;
            /** @description To be signed and drawn by this day, the day included; a year from now at most. */
            valid_until: string;
            /** @description 年利率 in percent, e.g. `3.85`: above 0, up to 24. */
            yearly_percent: string;
        };
        /** @description Why. */
        Thawing: {
            /** @description The reason, for the audit log. */
            reason: string;
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        TitleChange: "entered" | "renewed" | "expired" | "revoked" | "gone";
        /** @description A grade with its numbers. */
        TrialGrade: {
            /** @description How many would have it. */
            after?: number | null;
            /** @description How many had it. */
            before?: number | null;
            /** @description Its permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
        };
        /** @description One kind of enterprise. */
        TrialGroup: {
            /** @description With a worse one. */
            down: number;
            /** @description How many have a place in both. */
            enterprises: number;
            /** @description How many places they gain on average; below nought they lose. */
            gain?: string | null;
            /** @description Which. */
            kind: components["schemas"]["KindOfEnterprise"];
            /** @description With a better place. */
            up: number;
        };
        /** @description An enterprise that moves. */
        TrialMover: components["schemas"]["PointsRow"] & {
            /**
             * Format: int64
             * @description How many places it gains; below nought it loses.
             */
            gain: number;
            /**
             * Format: int32
             * @description Its place as it would be.
             */
            place: number;
            /** @description Its points as they would be. */
            points: string;
        };
        /** @description One scheme on everybody. Points are exact decimal texts; quantiles rounded half up to four decimals. */
        TrialSide: {
            /** @description 满分. */
            full_points: string;
            /** @description How many have so many twentieths of full points: 0 to 5 %, 5 to 10 % … 95 % and more. */
            histogram: number[];
            /** @description A quarter has less. */
            lower?: string | null;
            /** @description Half has less. */
            median?: string | null;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Code and version of the scheme. */
            scheme: string;
            /** @description Enterprises with points. */
            scored: number;
            /** @description Without stage. */
            unstaged: number;
            /** @description A quarter has more. */
            upper?: string | null;
            /** @description Withheld by a veto. */
            withheld: number;
        };
        /** @description A policy on trial. */
        TryPolicy: {
            /** @description The rule file (`policy/1`). */
            content: string;
            /** @description The day of matching; today, or the last day of the year after the run's, when left out. */
            on?: string | null;
        };
        /** @description A loan product on trial. */
        TryProduct: {
            /** @description The rule file (`product/1`). */
            content: string;
            /** @description The day; today, or the last day of the year after the run's, when left out. */
            on?: string | null;
        };
        /** @description What was typed so far. */
        Typed: {
            /** @description Cells by item; an item left out keeps what departments report. */
            cells: components["schemas"]["BTreeMap"];
        };
        /** @description A person. */
        User: {
            /** @description Invited then. */
            created_at: string;
            /** @description The id. */
            id: string;
            /** @description The language. */
            language: components["schemas"]["LanguageWord"];
            /** @description The log-in name. */
            login: string;
            /** @description The name. */
            name: string;
            /** @description The organisation. */
            organisation_id: string;
            /** @description The roles. */
            roles: components["schemas"]["RoleWord"][];
            /** @description Signed in last. */
            signed_in_at?: string | null;
            /** @description Whether they may sign in. */
            state: components["schemas"]["StateWord"];
        };
        /** @description What one indicator tells. */
        ValidityOfIndicator: {
            /** @description Its permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Enterprises with a known end of whose stage it is. */
            observed: number;
            /** @description What it tells; measured as a part of full points (得分率), below nought for deductions. */
            predictor: components["schemas"]["Predictor"];
        };
        /** @description How well points told enterprises apart by what became of them. */
        ValidityOfPoints: {
            /** @description Did not. */
            bad: number;
            /** @description Enterprises that are looked at. */
            enterprises: number;
            /** @description The parts of good and of bad enterprises with so many points or fewer, ascending. */
            gathered: components["schemas"]["GatheredEnds"][];
            /** @description Ended well. */
            good: number;
            /** @description The part that ended well, 0 to 1. */
            good_share?: string | null;
            /** @description By grade, the highest first; those without a grade last. */
            grades: components["schemas"]["GradeValidity"][];
            /** @description What each indicator tells, in the scheme's order. */
            indicators: components["schemas"]["ValidityOfIndicator"][];
            /** @description Fewer of either kind than so many are few. */
            least: number;
            /** @description Of which it is known what became. */
            observed: number;
            /** @description Whether so few of either kind make all this uncertain. */
            small: boolean;
            /** @description What the total tells. */
            total: components["schemas"]["Predictor"];
        };
        /** @description One item of one period. */
        ValueBody: {
            /** @description When that was. */
            decided_at?: string | null;
            /** @description The officer. */
            decided_by?: string | null;
            /** @description That person's name, where the values themselves were asked for; a filing's form names no officer. */
            decided_by_name?: string | null;
            /** @description The item's code. */
            item: string;
            /**
             * Format: int32
             * @description The year; 0 for items of no period.
             */
            period: number;
            /** @description Why an officer decided so. */
            reason?: string | null;
            /** @description Everything that is said, side by side. */
            said: components["schemas"]["SaidBody"][];
            /** @description How it came to count. */
            standing: components["schemas"]["StandingWord"];
            /** @description The known value that counts. */
            value?: string | null;
        };
        /**
         * @description Who reports values.
         * @enum {string}
         */
        ValueSourceWord: "tax" | "hr" | "ip" | "science" | "industry" | "market" | "torch" | "self";
        /** @description A veto. */
        VetoBody: components["schemas"]["Named"] & {
            /** @description Whether it applies; false where it cannot be told yet. */
            applies: boolean;
            /** @description What is missing to tell. */
            missing: components["schemas"]["NameBody"][];
        };
        /** @description A veto. */
        VetoShown: {
            /** @description The document it rests on. */
            basis?: string | null;
            /** @description Its permanent code. */
            code: string;
            /** @description The reason that is shown. */
            name: components["schemas"]["NameBody"];
            /** @description When it holds. */
            when: components["schemas"]["NameBody"];
        };
        /** @description A filing that waits. */
        Waiting: {
            /** @description Its 统一社会信用代码. */
            credit_code: string;
            /** @description What the enterprise says otherwise than the departments, or where they say nothing. */
            differences: components["schemas"]["ValueBody"][];
            /** @description The enterprise's name. */
            name: string;
            /** @description The participant. */
            participant_id: string;
            /** @description Submitted then. */
            submitted_at?: string | null;
            /**
             * Format: int64
             * @description Its version, for `If-Match`.
             */
            version: number;
        };
        /** @description Which standings. */
        WantedStandings: {
            /** @description `next` of the page before. */
            cursor?: string | null;
            /** @description In this field of technology. */
            field?: string | null;
            /**
             * Format: int64
             * @description Rows of a page, 1 to 200.
             */
            limit?: number | null;
            list?: components["schemas"]["LadderList"] | null;
            /** @description For `cannot-tell`: this is missing, a `key` of the missing items. */
            missing?: string | null;
            /** @description For `near`: most conditions lacking, 1 to 3; 1 when left out. */
            n?: number | null;
            /** @description The day of application. */
            on?: string | null;
            /** @description In this park. */
            park?: string | null;
            /** @description 复核 instead of 认定. */
            review?: boolean | null;
            /** @description The rung's code. */
            rung: string;
            /** @description With this in name or credit code. */
            search?: string | null;
            /** @description `gap`, `name`, `credit_code`, `points`; with `-` for greatest first. */
            sort?: string | null;
            /** @description For `near`: most conditions that cannot be told for lack of data; 0 when left out. */
            unknown?: number | null;
            verdict?: components["schemas"]["LadderVerdict"] | null;
        };
        /** @description A webhook. */
        Webhook: {
            /** @description Its id. */
            id: string;
            /** @description Of which kinds. */
            kinds: string[];
            /** @description Made then. */
            made_at: string;
            /** @description What signs the messages: shown when it is made and never again. */
            secret?: string | null;
            /** @description Where messages are sent. */
            url: string;
        };
        /** @description What was sent to a webhook, and what came of it. */
        WebhookDelivery: {
            /** @description Delivered or given up then. */
            done_at?: string | null;
            /** @description The id of the message: `webhook-id` of every try. */
            id: string;
            /** @description Its kind. */
            kind: string;
            /** @description The message was written then. */
            made_at: string;
            /** @description Tried again then; absent when it is done. */
            next_at?: string | null;
            /** @description What came of the last try, when nothing good. */
            said?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["DeliveryStateWord"];
            /**
             * Format: int64
             * @description So often it was tried.
             */
            tries: number;
        };
        /**
         * @description What a webhook may be told of.
         * @enum {string}
         */
        WebhookKind: "consent-granted" | "consent-revoked" | "loan-applied" | "loan-moved" | "loan-waiting" | "loan-ending" | "loan-supported" | "rules-ending";
        /** @description The webhooks of an organisation, and where they may lead. */
        Webhooks: {
            /** @description The hosts that the configuration allows; none when nothing is sent on. */
            hosts: string[];
            /** @description Latest first. */
            webhooks: components["schemas"]["Webhook"][];
        };
        /** @description One indicator under each set of weights. */
        WeightsOfIndicator: {
            /** @description Its permanent code. */
            code: string;
            /** @description What people call it. */
            name: components["schemas"]["NameBody"];
            /** @description Its full points under each set, in halves of a point; they make up the full points. */
            points: components["schemas"]["SetsOfWeights"];
            /** @description Its weight under each set, four decimals; they make up one. */
            weights: components["schemas"]["SetsOfWeights"];
        };
        /** @description A score as it is and as it would be. Everybody else stays as they are. */
        WhatIfBody: {
            /** @description As it would be. */
            after: components["schemas"]["ScoreBody"];
            /** @description As it is. */
            before: components["schemas"]["ScoreBody"];
            /** @description Indicators whose points change. */
            moved: components["schemas"]["MovedBody"][];
        };
        /** @description Why. */
        WhyBack: {
            /** @description The reason, for its author and the audit log. */
            reason: string;
        };
        /**
         * @description Why a code has no result.
         * @enum {string}
         */
        WhyNot: "invalid" | "unknown" | "not-evaluated";
        /** @description Why a batch is given up. */
        WithdrawPayments: {
            /** @description Why. */
            reason: string;
        };
        /** @description What an enterprise got in one published year. */
        YearOfPoints: {
            /** @description Its grade. */
            grade?: string | null;
            /** @description The participant of that year. */
            participant_id: string;
            /**
             * Format: int64
             * @description Its place among all.
             */
            rank?: number | null;
            /**
             * Format: int64
             * @description How many had a place.
             */
            ranked: number;
            /** @description The published run. */
            run_id: string;
            /** @description Code of its stage. */
            stage?: string | null;
            /**
             * Format: int64
             * @description Its place within its stage.
             */
            stage_rank?: number | null;
            /** @description Its total, exact decimal text; absent when withheld or without stage. */
            total?: string | null;
            /** @description Code of the veto that withholds the score. */
            withheld?: string | null;
            /**
             * Format: int32
             * @description The year evaluated.
             */
            year: number;
        };
        /** @description One published year. */
        YearOfScreen: {
            /** @description Half have less; absent when nobody has points. */
            median?: string | null;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description A zone that may be asked. */
        ZoneName: {
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_console: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_approvals: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Asked by this person. */
                requested_by?: string;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description What became of them. */
                state?: components["schemas"]["ApprovalStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description What is to be done. */
                            action: components["schemas"]["ActionWord"];
                            /** @description Asked then. */
                            created_at: string;
                            /** @description Decided then. */
                            decided_at?: string | null;
                            /** @description The person who decided: id. */
                            decided_by?: string | null;
                            /** @description Their name. */
                            decider?: string | null;
                            /** @description The exact effect: changed fields with before and after. */
                            effect: unknown;
                            /** @description Worthless from then on. */
                            expires_at: string;
                            /** @description Its id. */
                            id: string;
                            /** @description Whether the reader could confirm or decline it. */
                            may_decide: boolean;
                            /** @description Whether the reader could take it back. */
                            may_withdraw: boolean;
                            /** @description The permission that both persons need. */
                            permission: string;
                            /** @description Why it was declined, or the code of what made it lapse. */
                            reason?: string | null;
                            /** @description The person who asked: id. */
                            requested_by: string;
                            /** @description Their name. */
                            requester: string;
                            /** @description What became of it. */
                            state: components["schemas"]["ApprovalStateWord"];
                            /** @description The thing it is about. */
                            subject_id: string;
                            /** @description What is to be done, in the reader's language. */
                            words: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_approval: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_approval: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The request */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Declining"];
            };
        };
        responses: {
            /** @description Declined */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_approval: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_approvals: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Asked by this person. */
                requested_by?: string;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description What became of them. */
                state?: components["schemas"]["ApprovalStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_attachment: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The attachment */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ofd": number[];
                    "application/pdf": number[];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "image/jpeg": number[];
                    "image/png": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description Of this verb. */
                action?: string;
                /** @description Of somebody whose name holds this. */
                actor?: string;
                /** @description Of this person. */
                actor_id?: string;
                /** @description From an address that begins so. */
                address?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Not before (RFC 3339). */
                from?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Ended like this. */
                outcome?: components["schemas"]["OutcomeWord"];
                /** @description For a purpose that holds this. */
                purpose?: string;
                /** @description Of this request, as the answer and the server's log name it. */
                request_id?: string;
                /** @description Of this noun. */
                resource?: string;
                /** @description Of this thing. */
                resource_id?: string;
                /** @description `seq`; `-seq` for newest first. */
                sort?: string;
                /** @description Before (RFC 3339). */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The verb. */
                            action: string;
                            /** @description Who. */
                            actor_id?: string | null;
                            /** @description Their name at that time. */
                            actor_name?: string | null;
                            /** @description From where. */
                            address?: string | null;
                            /** @description When. */
                            at: string;
                            /** @description Changed fields with before and after. */
                            detail: unknown;
                            /** @description The row's hash, which covers the row before. */
                            hash: string;
                            /** @description How it ended. */
                            outcome: components["schemas"]["OutcomeWord"];
                            /** @description Why, when it had to be said. */
                            purpose?: string | null;
                            /** @description The request, as in the server's log. */
                            request_id?: string | null;
                            /** @description The noun. */
                            resource: string;
                            /** @description Which one. */
                            resource_id?: string | null;
                            /** @description Its number, without gaps from 1, as text. */
                            seq: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_audit: {
        parameters: {
            query: {
                /** @description Of this verb. */
                action?: string;
                /** @description Of somebody whose name holds this. */
                actor?: string;
                /** @description Of this person. */
                actor_id?: string;
                /** @description From an address that begins so. */
                address?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Not before (RFC 3339). */
                from?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Ended like this. */
                outcome?: components["schemas"]["OutcomeWord"];
                /** @description For a purpose that holds this. */
                purpose?: string;
                /** @description Of this request, as the answer and the server's log name it. */
                request_id?: string;
                /** @description Of this noun. */
                resource?: string;
                /** @description Of this thing. */
                resource_id?: string;
                /** @description `seq`; `-seq` for newest first. */
                sort?: string;
                /** @description Before (RFC 3339). */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_audit: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ledger: {
        parameters: {
            query?: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this enterprise. */
                enterprise_id?: string;
                /** @description Of this kind. */
                kind?: "paid" | "failed" | "returned" | "clawed-back";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Of this year. */
                period?: number;
                /** @description Of this policy. */
                policy?: string;
                /** @description `entered_at`; `-entered_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description How much. */
                            amount: string;
                            /** @description The award. */
                            award_id: string;
                            /** @description The batch that paid it. */
                            batch_id: string;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description When it was entered. */
                            entered_at: string;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description The day it happened, by the bank. */
                            happened_on: string;
                            /** @description Its id. */
                            id: string;
                            /** @description What happened. */
                            kind: components["schemas"]["LedgerKindWord"];
                            /** @description Its list. */
                            list_id: string;
                            /** @description The enterprise's name. */
                            name: string;
                            /**
                             * Format: int32
                             * @description The year whose money it is.
                             */
                            period: number;
                            /** @description The policy's code. */
                            policy: string;
                            /** @description Why. */
                            reason?: string | null;
                            /** @description The bank's reference. */
                            reference?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_ledger: {
        parameters: {
            query: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this enterprise. */
                enterprise_id?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this kind. */
                kind?: "paid" | "failed" | "returned" | "clawed-back";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Of this year. */
                period?: number;
                /** @description Of this policy. */
                policy?: string;
                /** @description `entered_at`; `-entered_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_award_lists: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Of this year. */
                period?: number;
                /** @description Of this policy. */
                policy?: string;
                /** @description `opened_at`; `-opened_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "review" | "notice" | "paying" | "closed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description What of the budget of the year was left when it was opened, in yuan; absent where it is not limited. */
                            budget?: string | null;
                            /** @description When it moved last. */
                            changed_at: string;
                            /** @description 匹配码. */
                            code: string;
                            /**
                             * Format: int64
                             * @description How many enterprises were entitled.
                             */
                            entitled: number;
                            /** @description Its id. */
                            id: string;
                            /** @description The day of matching. */
                            matched_on: string;
                            /** @description 公示期 from. */
                            notice_from?: string | null;
                            /** @description … to, this day included. */
                            notice_until?: string | null;
                            /** @description Whether somebody issued it (`false`: an example that must not look official). */
                            official: boolean;
                            /** @description When. */
                            opened_at: string;
                            /** @description Who opened it. */
                            opened_by: string;
                            /**
                             * Format: int32
                             * @description The year whose money is paid.
                             */
                            period: number;
                            /** @description The policy's code. */
                            policy: string;
                            /** @description Its name as it was, in the reader's language. */
                            policy_name: string;
                            /** @description Its version. */
                            policy_version: string;
                            /** @description Why it was sent back or given up. */
                            reason?: string | null;
                            /** @description The run whose data were matched. */
                            run_id: string;
                            /** @description How far it is. */
                            state: components["schemas"]["AwardListStateWord"];
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                            /** @description The zone that pays. */
                            zone_id: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_award_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The list */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardListPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_award_list: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The list */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAwardList"];
            };
        };
        responses: {
            /** @description Moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardListPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepare_payments: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The list */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prepared */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentBatch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_award_lists: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Of this year. */
                period?: number;
                /** @description Of this policy. */
                policy?: string;
                /** @description `opened_at`; `-opened_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "review" | "notice" | "paying" | "closed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_award_objections: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description To this list. */
                list_id?: string;
                /** @description `raised_at`; `-raised_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "open" | "upheld" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The award objected to; absent when the objector says to be missing from the list. */
                            award_id?: string | null;
                            /** @description When it was decided. */
                            decided_at?: string | null;
                            /** @description What was decided, and why. */
                            decision?: string | null;
                            /** @description Who objects. */
                            enterprise_id: string;
                            /** @description Its id. */
                            id: string;
                            /** @description The list. */
                            list_id: string;
                            /** @description When it was raised. */
                            raised_at: string;
                            /** @description Why. */
                            reason: string;
                            /** @description How far it is. */
                            state: components["schemas"]["AwardObjectionStateWord"];
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    raise_award_objection: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseAwardObjection"];
            };
        };
        responses: {
            /** @description Raised */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardObjection"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_award_objection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The objection */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAwardObjection"];
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardObjection"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_award_objections: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description To this list. */
                list_id?: string;
                /** @description `raised_at`; `-raised_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "open" | "upheld" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_awards: {
        parameters: {
            query?: {
                /** @description In this batch now or last. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this enterprise. */
                enterprise_id?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description On this list. */
                list_id?: string;
                /** @description `amount`; `-amount` for largest first. */
                sort?: string;
                /** @description This far. */
                state?: "listed" | "struck" | "confirmed" | "batched" | "paid" | "failed" | "returned" | "clawed-back" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description What is shown of the account: bank and last four digits. */
                            account?: string | null;
                            /** @description What is paid, in yuan. */
                            amount: string;
                            /** @description The batch it is or was in last. */
                            batch_id?: string | null;
                            /** @description When it moved last. */
                            changed_at: string;
                            /** @description By formula and caps, in yuan. */
                            claimed: string;
                            /** @description When the account was confirmed. */
                            confirmed_at?: string | null;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description Why it is less than claimed. */
                            cuts: string[];
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description Its id. */
                            id: string;
                            /** @description The list. */
                            list_id: string;
                            /** @description The enterprise's name. */
                            name: string;
                            /** @description When it was paid. */
                            paid_at?: string | null;
                            /** @description 园区. */
                            park?: string | null;
                            /**
                             * Format: int32
                             * @description The year whose money is paid.
                             */
                            period: number;
                            /** @description The policy's code. */
                            policy: string;
                            /** @description Why it was struck out, or could not be paid. */
                            reason?: string | null;
                            /** @description How far it is. */
                            state: components["schemas"]["AwardStateWord"];
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_award: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The award */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The award */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Award"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_award: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The award */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmAward"];
            };
        };
        responses: {
            /** @description Confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Award"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    strike_award: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The award */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikeAward"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Award"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_award_back: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The award */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBack"];
            };
        };
        responses: {
            /** @description Recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Award"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_awards: {
        parameters: {
            query: {
                /** @description In this batch now or last. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this enterprise. */
                enterprise_id?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description On this list. */
                list_id?: string;
                /** @description `amount`; `-amount` for largest first. */
                sort?: string;
                /** @description This far. */
                state?: "listed" | "struck" | "confirmed" | "batched" | "paid" | "failed" | "returned" | "clawed-back" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_backup: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_banks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The banks, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bank"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_batches: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `year`; `-year` for the latest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["BatchStateWord"];
                /** @description Of this year. */
                year?: number;
                /** @description Of this zone. */
                zone_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Made then. */
                            created_at: string;
                            /** @description The last day for enterprises. */
                            enterprise_deadline: string;
                            /** @description Its id. */
                            id: string;
                            /** @description First day of 公示异议期. */
                            objection_from?: string | null;
                            /** @description Last day of 公示异议期. */
                            objection_to?: string | null;
                            /** @description Data are collected from this day. */
                            opens_on: string;
                            /** @description The last day for reviewers. */
                            review_deadline: string;
                            /** @description The scheme's file below `rules/`. */
                            scheme: string;
                            /** @description SHA-256 of what the rule files said when it was arranged; a run uses exactly those. */
                            scheme_hash: string;
                            /** @description Whether a second person reviews. */
                            second_review: boolean;
                            /** @description How far it is. */
                            state: components["schemas"]["BatchStateWord"];
                            /** @description What people call it. */
                            title: string;
                            /**
                             * Format: int32
                             * @description The year whose data are evaluated.
                             */
                            year: number;
                            /** @description The zone. */
                            zone_id: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBatch"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeBatch"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_board: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchBoard"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_conflicts: {
        parameters: {
            query?: {
                /** @description Those an officer decided too. */
                decided?: boolean;
                /** @description About this item. */
                item?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Leave out so many. */
                skip?: number;
            };
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictList"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_conflicts: {
        parameters: {
            query: {
                /** @description Those an officer decided too. */
                decided?: boolean;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description About this item. */
                item?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Leave out so many. */
                skip?: number;
            };
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Frozen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_batch_groups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchGroup"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_batch_groups: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeGroup"][];
            };
        };
        responses: {
            /** @description Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchGroup"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_batch_items: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchItem"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_batch_items: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchItem"][];
            };
        };
        responses: {
            /** @description Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchItem"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrol_participants: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enrolment"];
            };
        };
        responses: {
            /** @description Added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicList"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_results: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowResults"];
            };
        };
        responses: {
            /** @description Shown so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicList"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_quality: {
        parameters: {
            query?: {
                /** @description This check only. */
                check?: string;
                /** @description So many findings of each check, up to 1000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityBody"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remind_participants: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reminding"];
            };
        };
        responses: {
            /** @description Told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminded"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiting"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_unchanged: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Approved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedAtOnce"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compute_run: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskRun"];
            };
        };
        responses: {
            /** @description The job; its result names the run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    thaw_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Thawing"];
            };
        };
        responses: {
            /** @description Open again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_batches: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `year`; `-year` for the latest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["BatchStateWord"];
                /** @description Of this year. */
                year?: number;
                /** @description Of this zone. */
                zone_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consent_readings: {
        parameters: {
            query?: {
                /** @description Under this consent. */
                consent_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `read_at`; `-read_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description This bank. */
                            bank_name: string;
                            /** @description Under this consent. */
                            consent_id: string;
                            /** @description Of this enterprise. */
                            enterprise_id: string;
                            /** @description Its name now. */
                            enterprise_name: string;
                            /** @description What was read. */
                            field: components["schemas"]["ConsentFieldWord"];
                            /** @description Its id. */
                            id: string;
                            /** @description For what. */
                            purpose: components["schemas"]["ConsentPurposeWord"];
                            /** @description When. */
                            read_at: string;
                            /** @description Who read it. */
                            reader_name: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_consent_readings: {
        parameters: {
            query: {
                /** @description Under this consent. */
                consent_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `read_at`; `-read_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_consent_text: {
        parameters: {
            query: {
                /** @description To whom. */
                bank_id: string;
                /** @description What is seen: words of fields, separated by commas. */
                fields: string;
                /** @description For what. */
                purpose: "marketing" | "credit-review" | "post-loan";
                /** @description To this day, the day included. */
                valid_until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentText"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those that hold today, or only those that do not. A bank sees those that hold. */
                live?: boolean;
                /** @description For this purpose. */
                purpose?: "marketing" | "credit-review" | "post-loan";
                /** @description Of enterprises with this in the name or credit code. */
                search?: string;
                /** @description `granted_at`; `-granted_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description To whom. */
                            bank_id: string;
                            /** @description What the bank is called. */
                            bank_name: string;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description Who grants it. */
                            enterprise_id: string;
                            /** @description Its name now. */
                            enterprise_name: string;
                            /** @description What is seen. */
                            fields: components["schemas"]["ConsentFieldWord"][];
                            /** @description When it was granted. */
                            granted_at: string;
                            /** @description Its id. */
                            id: string;
                            /** @description For what. */
                            purpose: components["schemas"]["ConsentPurposeWord"];
                            /** @description When it was revoked. */
                            revoked_at?: string | null;
                            /** @description Whether it holds today. */
                            state: components["schemas"]["ConsentState"];
                            /** @description What was agreed to, as it was read. */
                            text: string;
                            /** @description SHA-256 of that text. */
                            text_digest: string;
                            /** @description From this day. */
                            valid_from: string;
                            /** @description To this day, the day included. */
                            valid_until: string;
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grant_consent: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantConsent"];
            };
        };
        responses: {
            /** @description Granted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The consent */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_consent: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The consent */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_consents: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those that hold today, or only those that do not. A bank sees those that hold. */
                live?: boolean;
                /** @description For this purpose. */
                purpose?: "marketing" | "credit-review" | "post-loan";
                /** @description Of enterprises with this in the name or credit code. */
                search?: string;
                /** @description `granted_at`; `-granted_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disclose_contacts: {
        parameters: {
            query: {
                /** @description For what it is read: the purpose of the consent. */
                purpose: "marketing" | "credit-review" | "post-loan";
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contacts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseContact"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disclose_indicators: {
        parameters: {
            query: {
                /** @description For what it is read: the purpose of the consent. */
                purpose: "marketing" | "credit-review" | "post-loan";
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The points and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsExplained"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disclose_labels: {
        parameters: {
            query: {
                /** @description For what it is read: the purpose of the consent. */
                purpose: "marketing" | "credit-review" | "post-loan";
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The labels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseLabel"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disclose_offers: {
        parameters: {
            query: {
                /** @description For what it is read: the purpose of the consent. */
                purpose: "marketing" | "credit-review" | "post-loan";
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseOffers"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disclose_points: {
        parameters: {
            query: {
                /** @description For what it is read: the purpose of the consent. */
                purpose: "marketing" | "credit-review" | "post-loan";
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The points */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosedPoints"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disclose_profile: {
        parameters: {
            query: {
                /** @description For what it is read: the purpose of the consent. */
                purpose: "marketing" | "credit-review" | "post-loan";
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enterprise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_enterprises: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this label today. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those in the register still, or only those out of it. */
                open?: boolean;
                /** @description In this park. */
                park?: string;
                /** @description With this in the name, a former name, the credit code, or the first letters of the name (`xhzn` for 星火智能). */
                search?: string;
                /** @description `name`, `credit_code`, `created_at` or `changed_at`; `-` in front for greatest first. */
                sort?: string;
                /** @description With this status. */
                status?: components["schemas"]["EnterpriseStatusWord"];
                /** @description Of this zone. */
                zone_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Changed last then. */
                            changed_at: string;
                            /** @description Left the register on this day. */
                            closed_on?: string | null;
                            /** @description Entered then. */
                            created_at: string;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description 行政区划代码. */
                            district?: string | null;
                            /** @description 入区日期. */
                            entered_on?: string | null;
                            /** @description 技术领域, a category of the item `tech_field`. */
                            field?: string | null;
                            /** @description 成立日期. */
                            founded_on?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description GB/T 4754-2017 code. */
                            industry?: string | null;
                            /** @description What that code is called. */
                            industry_name?: string | null;
                            /** @description The letter of its section. */
                            industry_section?: string | null;
                            /** @description The enterprise it was merged into. */
                            merged_into?: string | null;
                            /** @description Its legal name now. */
                            name: string;
                            /** @description The organisation it signs in as. */
                            organisation_id?: string | null;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description 登记状态. */
                            status: components["schemas"]["EnterpriseStatusWord"];
                            /** @description The zone that registers it. */
                            zone_id: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_enterprise: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterEnterprise"];
            };
        };
        responses: {
            /** @description Entered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_enterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enterprise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseDetail"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_enterprise: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEnterprise"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_enterprise: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseEnterprise"];
            };
        };
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contacts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseContact"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_contacts: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceContacts"];
            };
        };
        responses: {
            /** @description The contacts now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseContact"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_enterprise_history: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseEvent"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_label: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveLabel"];
            };
        };
        responses: {
            /** @description Given */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseLabel"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_enterprise_ladder: {
        parameters: {
            query?: {
                /** @description The day of application. */
                on?: string;
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
                /** @description The run; the latest published one of its zone when left out. */
                run_id?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ladder */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseLadder"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingConsent"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allow_listing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllowListing"];
            };
        };
        responses: {
            /** @description Written down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingConsent"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_enterprise: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeEnterprise"];
            };
        };
        responses: {
            /** @description Merged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_enterprise_offers: {
        parameters: {
            query?: {
                /** @description Compare what a loan of so many yuan costs. */
                amount?: string;
                /** @description … for so many months; 12 when left out. */
                months?: number;
                /** @description The day that chooses the products. */
                on?: string;
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
                /** @description … repaid so; each product's first way when left out. */
                repayment?: "equal-instalments" | "equal-principal" | "monthly-interest" | "at-maturity";
                /** @description The run; the latest published one of its zone when left out. */
                run_id?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseOffers"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_enterprise_policies: {
        parameters: {
            query?: {
                /** @description The day of matching. */
                on?: string;
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
                /** @description The run; the latest published one of its zone when left out. */
                run_id?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterprisePolicies"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_label: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveLabel"];
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_enterprise_values: {
        parameters: {
            query?: {
                /** @description Also those that a later statement of the same source has replaced. */
                all?: boolean;
                /** @description Of this batch. */
                batch_id?: string;
                /** @description Of this year. */
                period?: number;
                /** @description What they are read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedValue"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_enterprises: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this label today. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those in the register still, or only those out of it. */
                open?: boolean;
                /** @description In this park. */
                park?: string;
                /** @description With this in the name, a former name, the credit code, or the first letters of the name (`xhzn` for 星火智能). */
                search?: string;
                /** @description `name`, `credit_code`, `created_at` or `changed_at`; `-` in front for greatest first. */
                sort?: string;
                /** @description With this status. */
                status?: components["schemas"]["EnterpriseStatusWord"];
                /** @description Of this zone. */
                zone_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_fund_entries: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this fund. */
                fund_id?: string;
                /** @description Of this kind. */
                kind?: "pay-in" | "compensate" | "recover" | "subsidise" | "give-back";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `entered_at`; `-entered_at` for newest first. */
                sort?: string;
                /** @description So far. */
                state?: "waiting" | "booked" | "struck";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description How much. */
                            amount: string;
                            /** @description The bank of the loan. */
                            bank_name?: string | null;
                            /** @description Its 统一社会信用代码. */
                            credit_code?: string | null;
                            /** @description When. */
                            decided_at?: string | null;
                            /** @description Who booked it or struck it out. */
                            decided_by_name?: string | null;
                            /** @description When. */
                            entered_at: string;
                            /** @description Who entered it. */
                            entered_by_name?: string | null;
                            /** @description The enterprise of the loan. */
                            enterprise_name?: string | null;
                            /** @description First day of a subsidy. */
                            from?: string | null;
                            /** @description The fund. */
                            fund_id: string;
                            /** @description What it is called. */
                            fund_name: string;
                            /** @description Its id. */
                            id: string;
                            /** @description What it is. */
                            kind: components["schemas"]["FundEntryKindWord"];
                            /** @description Whose; absent for what is paid in. */
                            loan_id?: string | null;
                            /** @description What is said with it. */
                            note?: string | null;
                            /** @description The day by the bank or treasury. */
                            on: string;
                            /** @description Whether the caller entered it, so that another person must book it. */
                            own: boolean;
                            /** @description Why it was struck out. */
                            reason?: string | null;
                            /** @description The reference of the bank or treasury. */
                            reference?: string | null;
                            /** @description How far it is. */
                            state: components["schemas"]["EntryStateWord"];
                            /** @description Its last day. */
                            until?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_fund_entry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The entry */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideEntry"];
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundEntry"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_fund_entries: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this fund. */
                fund_id?: string;
                /** @description Of this kind. */
                kind?: "pay-in" | "compensate" | "recover" | "subsidise" | "give-back";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `entered_at`; `-entered_at` for newest first. */
                sort?: string;
                /** @description So far. */
                state?: "waiting" | "booked" | "struck";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_funds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The funds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funds"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_fund: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenFund"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fund"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_fund_money: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The fund */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterFundMoney"];
            };
        };
        responses: {
            /** @description Waits for a second person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundEntry"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_imports: {
        parameters: {
            query?: {
                /** @description For this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["ImportKindWord"];
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description Of this source. */
                source?: string;
                /** @description This far. */
                state?: components["schemas"]["ImportStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The batch, for values. */
                            batch_id?: string | null;
                            /** @description The sheet, what each column is, and what is wrong with the header. */
                            columns: unknown;
                            /** @description When. */
                            created_at: string;
                            /** @description Who sent it. */
                            created_by: string;
                            /** @description That person's name, where imports are read. */
                            created_by_name?: string | null;
                            /** @description Over then. */
                            ended_at?: string | null;
                            /** @description SHA-256 of the file. */
                            file_hash: string;
                            /** @description The file's name. */
                            file_name: string;
                            /**
                             * Format: int64
                             * @description Its size in bytes.
                             */
                            file_size: number;
                            /** @description Its id. */
                            id: string;
                            /** @description The job that works on it. */
                            job_id?: string | null;
                            /** @description What is imported. */
                            kind: components["schemas"]["ImportKindWord"];
                            /** @description What happens when some rows are bad. */
                            mode: components["schemas"]["ImportModeWord"];
                            /**
                             * @description What the last look at every row came to: `rows`, `created`, `changed`, `unchanged`, `rejected`, `warnings`, and
                             *     `problems` of the whole file.
                             */
                            outcome: unknown;
                            /**
                             * Format: int32
                             * @description The period of rows that name none.
                             */
                            period?: number | null;
                            /** @description Whether the workbook can be fetched back with its problems marked. */
                            returned: boolean;
                            /** @description Who reports; `register` for the register, the rung for authorities' lists. */
                            source: string;
                            /** @description How far it is. */
                            state: components["schemas"]["ImportStateWord"];
                            /** @description The zone whose data it changes. */
                            zone_id: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_import: {
        parameters: {
            query: {
                /** @description The batch, for values. */
                batch_id?: string;
                /** @description For a list of a title: batch or document of all rows that name none. */
                document?: string;
                /** @description The file's name. */
                file_name: string;
                /** @description The register, values for a batch, or an authority's list: of a title, or of annual reports. */
                kind: components["schemas"]["ImportKindWord"];
                /** @description All rows or none, or the good rows only. */
                mode: components["schemas"]["ImportModeWord"];
                /** @description The year of rows that name none; the batch's year when left out; needed for annual reports. */
                period?: number;
                /** @description For a list of a title: the first day of all rows that name none. */
                recognised_on?: string;
                /** @description The rung, for authorities' lists. */
                rung?: string;
                /** @description Who reports, for values. */
                source?: components["schemas"]["ValueSourceWord"];
                /** @description For a list of a title: the last day of all rows that name none. */
                valid_until?: string;
            };
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description It was sent before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Taken in, its header matched */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_import: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeImport"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_import: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_import_rows: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this outcome. */
                outcome?: components["schemas"]["RowOutcomeWord"];
            };
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The enterprise's code, as far as it was understood. */
                            credit_code?: string | null;
                            /** @description `changes`: item, before, after; `problems`: column, heading, value, code, severity, reason, hint, suggestion. */
                            detail: unknown;
                            /** @description The enterprise's name. */
                            name?: string | null;
                            /**
                             * Format: int64
                             * @description Its place in the preview.
                             */
                            number: number;
                            /** @description What is done with it. */
                            outcome: components["schemas"]["RowOutcomeWord"];
                            /**
                             * Format: int32
                             * @description The row of the sheet.
                             */
                            row: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_import: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_import_workbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_imports: {
        parameters: {
            query: {
                /** @description For this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["ImportKindWord"];
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description Of this source. */
                source?: string;
                /** @description This far. */
                state?: components["schemas"]["ImportStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_import_template: {
        parameters: {
            query: {
                /** @description The batch, for values. */
                batch_id?: string;
                /** @description The register, values for a batch, or an authority's list. */
                kind: components["schemas"]["ImportKindWord"];
                /** @description Who reports, for values. */
                source?: components["schemas"]["ValueSourceWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description The password is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_items: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["JobKind"];
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["JobStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Whether somebody wants it stopped. */
                            cancelling: boolean;
                            /** @description Asked for then. */
                            created_at: string;
                            /**
                             * Format: int64
                             * @description Steps done.
                             */
                            done: number;
                            /** @description Over then. */
                            ended_at?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description What it does. */
                            kind: string;
                            /** @description Who asked for it. */
                            owner_id: string;
                            /** @description What came out, when it is over. */
                            result?: unknown;
                            /** @description Begun then. */
                            started_at?: string | null;
                            /** @description How far it is. */
                            state: components["schemas"]["JobStateWord"];
                            /**
                             * Format: int64
                             * @description Steps in all, when known.
                             */
                            total?: number | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will stop */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_portraits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_jobs: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["JobKind"];
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["JobStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_loan_alerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alerts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanAlerts"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_loan_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanFigures"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_loan_schedule: {
        parameters: {
            query: {
                /** @description 本金 in yuan, to the cent. */
                amount: string;
                /** @description How interest is counted; months as twelfths when left out. */
                count?: "months" | "days-360" | "days-365";
                /** @description 放款日; today when left out. */
                drawn_on?: string;
                /** @description The first day something is due; a month after the loan is drawn when left out. */
                first_due_on?: string;
                /** @description 期限 in months, 1 to 360. */
                months: number;
                /** @description How it is repaid. */
                repayment: "equal-instalments" | "equal-principal" | "monthly-interest" | "at-maturity";
                /** @description 年利率 in percent, 0 to 36, e.g. `3.85`. */
                yearly: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instalments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanSchedule"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_loans: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those of which something is still to come. */
                open?: boolean;
                /** @description Under this product. */
                product?: string;
                /** @description Of enterprises with this in the name or credit code. */
                search?: string;
                /** @description `applied_at`; `-applied_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "submitted" | "reviewing" | "asked" | "proposed" | "approved" | "signed" | "lent" | "overdue" | "settled" | "rejected" | "withdrawn" | "lapsed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description What is asked for. */
                            amount: string;
                            /** @description When it was applied for. */
                            applied_at: string;
                            /** @description Whom. */
                            bank_id: string;
                            /** @description What the bank is called. */
                            bank_name: string;
                            /** @description When it moved last. */
                            changed_at: string;
                            /** @description What else the bank asks for. */
                            conditions?: string | null;
                            /** @description The number of the contract. */
                            contract?: string | null;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description When it was approved or rejected. */
                            decided_at?: string | null;
                            /** @description Σ drawn. */
                            drawn: string;
                            /** @description Who asks. */
                            enterprise_id: string;
                            /** @description Its name now. */
                            enterprise_name: string;
                            /** @description 首贷: whether the bank says that the enterprise never borrowed from a bank before; absent while it does not say. */
                            first_loan?: boolean | null;
                            /** @description What the bank lends; enterprises and zones see it once a second person confirmed it. */
                            granted?: string | null;
                            /**
                             * Format: int64
                             * @description For so many months.
                             */
                            granted_months?: number | null;
                            /** @description Its id. */
                            id: string;
                            /**
                             * Format: int64
                             * @description For so many months.
                             */
                            months: number;
                            /** @description What is still owed. */
                            outstanding: string;
                            /** @description The product's code. */
                            product: string;
                            /** @description Its name as it was, in the reader's language. */
                            product_name: string;
                            /** @description Its version as it was. */
                            product_version: string;
                            /** @description What the money is for. */
                            purpose: string;
                            reject_reason?: components["schemas"]["RejectReasonWord"] | null;
                            /** @description Σ repaid. */
                            repaid: string;
                            /** @description How it is repaid. */
                            repayment: components["schemas"]["RepaymentWord"];
                            /** @description How far it is. */
                            state: components["schemas"]["LoanStateWord"];
                            /** @description To be signed and drawn by this day, the day included. */
                            valid_until?: string | null;
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                            /** @description 年利率 in percent. */
                            yearly_percent?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apply_for_loan: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyForLoan"];
            };
        };
        responses: {
            /** @description Applied */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loan"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_loan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The loan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_loan_money: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterMoney"];
            };
        };
        responses: {
            /** @description Entered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loan"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_loan: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveLoan"];
            };
        };
        responses: {
            /** @description Moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loan"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rate_loan: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateLoan"];
            };
        };
        responses: {
            /** @description Written down */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanRating"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_loan_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reviews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanReviews"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_loan: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewLoan"];
            };
        };
        responses: {
            /** @description Reviewed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanReview"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    score_loan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the card makes of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoredLoan"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    support_loan: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The loan */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeStep"];
            };
        };
        responses: {
            /** @description Written down */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanStep"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_loans: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those of which something is still to come. */
                open?: boolean;
                /** @description Under this product. */
                product?: string;
                /** @description Of enterprises with this in the name or credit code. */
                search?: string;
                /** @description `applied_at`; `-applied_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "submitted" | "reviewing" | "asked" | "proposed" | "approved" | "signed" | "lent" | "overdue" | "settled" | "rejected" | "withdrawn" | "lapsed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_me: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMe"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_identities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identities */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyIdentity"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_identity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_identity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The identity */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_identity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityReturn"];
            };
        };
        responses: {
            /** @description Linked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyIdentity"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstCode"];
            };
        };
        responses: {
            /** @description Confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySession"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_my_other_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_my_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The session */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    step_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description Proved */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyToken"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_my_token: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddToken"];
            };
        };
        responses: {
            /** @description The token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyToken"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_my_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The token */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notices: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `sent_at`; `-sent_at` for the latest first. */
                sort?: string;
                /** @description Only those nobody has read. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The batch it is about. */
                            batch_id?: string | null;
                            /** @description What goes into the words. */
                            detail: unknown;
                            /** @description Its id. */
                            id: string;
                            /** @description What it says: one of the kinds of notice. */
                            kind: string;
                            /** @description Read first then. */
                            read_at?: string | null;
                            /** @description Sent then. */
                            sent_at: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The notice */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Noted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_notices: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `sent_at`; `-sent_at` for the latest first. */
                sort?: string;
                /** @description Only those nobody has read. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_objections: {
        parameters: {
            query?: {
                /** @description In this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description By this enterprise. */
                enterprise_id?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `raised_at`; `-raised_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["ObjectionStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The batch. */
                            batch_id: string;
                            /** @description What the enterprise says it is; absent when it should be missing. */
                            claimed?: string | null;
                            /**
                             * Format: int32
                             * @description Days left while it is open; negative when overdue.
                             */
                            days_left?: number | null;
                            /** @description Decided then. */
                            decided_at?: string | null;
                            /** @description Why it was decided so. */
                            decision?: string | null;
                            /** @description To be decided by this day. */
                            due_on: string;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description The attachment that proves it. */
                            evidence?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description The item's code. */
                            item: string;
                            /** @description Raised on this day. */
                            opened_on: string;
                            /**
                             * Format: int32
                             * @description The year; 0 for items of no period.
                             */
                            period: number;
                            /** @description Why. */
                            reason: string;
                            /** @description How far it is. */
                            state: components["schemas"]["ObjectionStateWord"];
                            /** @description The value objected to; absent when it is missing. */
                            value?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    raise_objection: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseObjection"];
            };
        };
        responses: {
            /** @description Raised */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_objection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The objection */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The objection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_objection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The objection */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideObjection"];
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_objection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The objection */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_objections: {
        parameters: {
            query: {
                /** @description In this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description By this enterprise. */
                enterprise_id?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `raised_at`; `-raised_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["ObjectionStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_organisations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["KindWord"];
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this text in the name. */
                name?: string;
                /** @description Under this one. */
                parent_id?: string;
                /** @description `name` or `created_at`; `-` in front for greatest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Closed from this day. */
                            closes_on?: string | null;
                            /** @description Entered then. */
                            created_at: string;
                            /** @description 统一社会信用代码. */
                            credit_code?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description What it is. */
                            kind: components["schemas"]["KindWord"];
                            /** @description Its legal name. */
                            name: string;
                            /** @description Open from this day. */
                            opens_on: string;
                            /** @description The one above. */
                            parent_id?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_organisation: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenOrganisation"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organisation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename_organisation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The organisation */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameOrganisation"];
            };
        };
        responses: {
            /** @description Renamed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_annual_reports: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In this park. */
                park?: string;
                /** @description The rung's code. */
                rung: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `name`. */
                sort?: string;
                /** @description Only those in this state; `missed` is the list of those who missed. */
                state?: "missed" | "silent" | "reported";
                /** @description The year the reports are about; last year when left out. */
                year?: number;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The certificate at the end of the year. */
                            certificate?: string | null;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description The import of the list that says so. */
                            import_id?: string | null;
                            /** @description How many years up to this one were missed, by authorities' lists. */
                            missed_years: number;
                            /** @description Its name. */
                            name: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description Made on this day. */
                            reported_on?: string | null;
                            /** @description What is known. */
                            state: components["schemas"]["ReportState"];
                            /** @description Valid to. */
                            valid_to?: string | null;
                            /**
                             * Format: int32
                             * @description The year.
                             */
                            year: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_annual_reports: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In this park. */
                park?: string;
                /** @description The rung's code. */
                rung: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `name`. */
                sort?: string;
                /** @description Only those in this state; `missed` is the list of those who missed. */
                state?: "missed" | "silent" | "reported";
                /** @description The year the reports are about; last year when left out. */
                year?: number;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_award_figures: {
        parameters: {
            query?: {
                /** @description The year whose money it is; this year when left out. */
                year?: number;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardFigures"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_organisation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The organisation */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOrganisation"];
            };
        };
        responses: {
            /** @description Closed from that day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_renewals: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only this title. */
                label?: string;
                /** @description Those that ended within the last so many months without a later certificate, instead of those that end. */
                lapsed?: boolean;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Ending within so many months from today, 1 to 24; 3 when left out. */
                months?: number;
                /** @description `valid_to`. */
                sort?: string;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description 证书编号. */
                            certificate?: string | null;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /**
                             * Format: int32
                             * @description Days left; below zero when it has ended.
                             */
                            days_left: number;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description The title. */
                            label: string;
                            /** @description Its name. */
                            name: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description Who says so. */
                            source: string;
                            /** @description Valid from. */
                            valid_from: string;
                            /** @description Valid to. */
                            valid_to: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_renewals: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Only this title. */
                label?: string;
                /** @description Those that ended within the last so many months without a later certificate, instead of those that end. */
                lapsed?: boolean;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Ending within so many months from today, 1 to 24; 3 when left out. */
                months?: number;
                /** @description `valid_to`. */
                sort?: string;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_title_changes: {
        parameters: {
            query?: {
                /** @description Only this. */
                change?: "entered" | "renewed" | "expired" | "revoked" | "gone";
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only those who left (`true`) or came (`false`). */
                left?: boolean;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In this park. */
                park?: string;
                /** @description The rung's code; all rungs when left out. */
                rung?: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `on`. */
                sort?: string;
                /** @description In this year; this year when left out. */
                year?: number;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description 证书编号. */
                            certificate?: string | null;
                            /** @description What happened. */
                            change: components["schemas"]["TitleChange"];
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description 批次或文号. */
                            document?: string | null;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description The title. */
                            label: string;
                            /** @description Its name. */
                            name: string;
                            /** @description When: the first day with the title, or the first without. */
                            on: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description Why, where more is known: why it was revoked, or how the enterprise left the register. */
                            reason?: string | null;
                            /** @description Who says so: `list` for an authority's list. */
                            source: string;
                            /** @description Valid from. */
                            valid_from: string;
                            /** @description Valid to. */
                            valid_to?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_title_changes: {
        parameters: {
            query: {
                /** @description Only this. */
                change?: "entered" | "renewed" | "expired" | "revoked" | "gone";
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Only those who left (`true`) or came (`false`). */
                left?: boolean;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In this park. */
                park?: string;
                /** @description The rung's code; all rungs when left out. */
                rung?: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `on`. */
                sort?: string;
                /** @description In this year; this year when left out. */
                year?: number;
            };
            header?: never;
            path: {
                /** @description The zone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_organisations: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["KindWord"];
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this text in the name. */
                name?: string;
                /** @description Under this one. */
                parent_id?: string;
                /** @description `name` or `created_at`; `-` in front for greatest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_participants: {
        parameters: {
            query?: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `late`: not submitted though the last day is past; `extended`: with more time. */
                clock?: "late" | "extended";
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this enterprise. */
                enterprise_id?: string;
                /** @description In this group of the batch. */
                group?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this in the enterprise's name, former names, code or initials. */
                search?: string;
                /** @description `enterprise`: by the enterprise's id. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["ParticipantStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            batch?: components["schemas"]["Batch"] | null;
                            /** @description The batch. */
                            batch_id: string;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description The last day for it. */
                            deadline: string;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description Whether that is an extension. */
                            extended: boolean;
                            /** @description Its group, where the batch has groups with last days of their own. */
                            group?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description Whether the last day is past and nothing is submitted. */
                            late: boolean;
                            /** @description The enterprise's legal name. */
                            name: string;
                            /** @description 回执编号. */
                            receipt_number?: string | null;
                            /** @description How far its filing is. */
                            state: components["schemas"]["ParticipantStateWord"];
                            /** @description Submitted then. */
                            submitted_at?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_participant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The participant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_participant: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_filing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Approved, or approved once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_attachments: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its attachments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_file: {
        parameters: {
            query: {
                /** @description The file's name. */
                name: string;
            };
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description It was attached before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description Attached */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_comparables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most eight */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsRow"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extend_deadline: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Extension"];
            };
        };
        responses: {
            /** @description Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_value: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deciding"];
            };
        };
        responses: {
            /** @description Decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueBody"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_filing: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormBody"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_filing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Typed"];
            };
        };
        responses: {
            /** @description Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_points_history: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The years */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOfPoints"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_peers: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Among its peers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeersOfStage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_points: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The points and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsExplained"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_portrait: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_result: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResult"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_filing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Returning"];
            };
        };
        responses: {
            /** @description Sent back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_filing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Submitted, with its receipt number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participant"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_values: {
        parameters: {
            query?: {
                /** @description What it is read for; needed of those who are not of the enterprise's zone, and written down. */
                purpose?: string;
            };
            header?: never;
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By item and period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueBody"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_values: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The participant */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Changes"];
            };
        };
        responses: {
            /** @description Before and after */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfBody"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_participants: {
        parameters: {
            query: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `late`: not submitted though the last day is past; `extended`: with more time. */
                clock?: "late" | "extended";
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this enterprise. */
                enterprise_id?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description In this group of the batch. */
                group?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this in the enterprise's name, former names, code or initials. */
                search?: string;
                /** @description `enterprise`: by the enterprise's id. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["ParticipantStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payments: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Of this list. */
                list_id?: string;
                /** @description `prepared_at`; `-prepared_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "prepared" | "released" | "settled" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Its id. */
                            id: string;
                            /** @description The list. */
                            list_id: string;
                            /**
                             * Format: int64
                             * @description How many payments.
                             */
                            payments: number;
                            /** @description When. */
                            prepared_at: string;
                            /** @description Who made it. */
                            prepared_by: string;
                            /** @description Why it was given up. */
                            reason?: string | null;
                            /** @description When. */
                            released_at?: string | null;
                            /** @description Who released it. */
                            released_by?: string | null;
                            /** @description SHA-256 over every payment and its account: what was released is what is paid. */
                            seal: string;
                            /** @description How far it is. */
                            state: components["schemas"]["PaymentStateWord"];
                            /** @description Σ of them in yuan. */
                            total: string;
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentBatch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_payment_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_payments: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Released */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentBatch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_payment_results: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterResults"];
            };
        };
        responses: {
            /** @description Entered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentBatch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_payment_results_file: {
        parameters: {
            query: {
                /** @description The file's name: `.xlsx` or `.csv`. */
                file_name: string;
                /** @description The day the bank paid, for rows that name none. */
                on?: string;
            };
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Entered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentBatch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_payments: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The batch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawPayments"];
            };
        };
        responses: {
            /** @description Given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentBatch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_payments: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Of this list. */
                list_id?: string;
                /** @description `prepared_at`; `-prepared_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "prepared" | "released" | "settled" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_policies: {
        parameters: {
            query?: {
                /** @description Those whose time has not come or is over, too. */
                all?: boolean;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only this kind. */
                kind?: "relief" | "grant" | "right" | "title";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Those in force on this day; today when left out. */
                on?: string;
                /** @description With this in name, code or issuer. */
                search?: string;
                /** @description `name` or `until`. */
                sort?: string;
                /** @description Only those that reach the entitled this way. */
                way?: "without-application" | "on-request" | "fast-track" | "review";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description 年度预算 in yuan; absent where it is not limited. */
                            budget?: string | null;
                            /** @description Its permanent code. */
                            code: string;
                            /** @description 联系方式. */
                            contact?: string | null;
                            /** @description In force from. */
                            from: string;
                            /** @description What is given, part by part. */
                            gives: string[];
                            /** @description Whether it is in force on the day asked for. */
                            in_force: boolean;
                            /** @description 发布单位. */
                            issuer: string;
                            /** @description What it gives. */
                            kind: components["schemas"]["PolicyKindWord"];
                            /** @description What it is called. */
                            name: string;
                            /** @description Whether somebody issued it (`false`: an example that must not look official). */
                            official: boolean;
                            /** @description … to; without an end when absent. */
                            until?: string | null;
                            /** @description Version of its file. */
                            version: string;
                            /** @description How it reaches the entitled. */
                            way: components["schemas"]["PolicyWayWord"];
                            /**
                             * Format: int32
                             * @description 办理时限 in working days.
                             */
                            working_days?: number | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_policy: {
        parameters: {
            query?: {
                /** @description The version in force on this day; today when left out. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The policy's code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_policies: {
        parameters: {
            query: {
                /** @description Those whose time has not come or is over, too. */
                all?: boolean;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Only this kind. */
                kind?: "relief" | "grant" | "right" | "title";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Those in force on this day; today when left out. */
                on?: string;
                /** @description With this in name, code or issuer. */
                search?: string;
                /** @description `name` or `until`. */
                sort?: string;
                /** @description Only those that reach the entitled this way. */
                way?: "without-application" | "on-request" | "fast-track" | "review";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_policy_applications: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only those that wait for an officer and are late. */
                late?: boolean;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those that wait for somebody. */
                open?: boolean;
                /** @description For the money of this year. */
                period?: number;
                /** @description Under this policy. */
                policy?: string;
                /** @description Of enterprises with this in the name or credit code. */
                search?: string;
                /** @description `applied_at`; `-applied_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "submitted" | "asked" | "passed" | "refused" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description When it was handed in. */
                            applied_at: string;
                            /** @description When it moved last. */
                            changed_at: string;
                            /** @description What it would get by formula and caps; absent where the award is not money. */
                            claimed?: string | null;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description When it was decided. */
                            decided_at?: string | null;
                            /** @description To be decided by this day, the day included. */
                            due_on?: string | null;
                            /** @description Who applies. */
                            enterprise_id: string;
                            /** @description Its id. */
                            id: string;
                            /** @description Its name now. */
                            name: string;
                            /** @description Whether somebody issued it. */
                            official: boolean;
                            /**
                             * Format: int32
                             * @description The year whose money is paid.
                             */
                            period: number;
                            /** @description The policy's code. */
                            policy: string;
                            /** @description Its name as it was, in the reader's language. */
                            policy_name: string;
                            /** @description Its version as it was. */
                            policy_version: string;
                            /** @description Why more is asked for, or why it was refused. */
                            reason?: string | null;
                            /** @description How far it is. */
                            state: components["schemas"]["ApplicationStateWord"];
                            /**
                             * Format: int64
                             * @description For `If-Match`.
                             */
                            version: number;
                            /** @description How it reaches the entitled. */
                            way: components["schemas"]["PolicyWayWord"];
                            /**
                             * Format: int32
                             * @description Working days left, today not counted; below nought when it is late. Absent while nobody's clock runs.
                             */
                            working_days_left?: number | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apply_under_policy: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyUnderPolicy"];
            };
        };
        responses: {
            /** @description Applied */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyApplication"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_policy_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The application */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyApplicationPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_policy_application: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The application */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovePolicyApplication"];
            };
        };
        responses: {
            /** @description Moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyApplication"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_policy_applications: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Only those that wait for an officer and are late. */
                late?: boolean;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those that wait for somebody. */
                open?: boolean;
                /** @description For the money of this year. */
                period?: number;
                /** @description Under this policy. */
                policy?: string;
                /** @description Of enterprises with this in the name or credit code. */
                search?: string;
                /** @description `applied_at`; `-applied_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: "submitted" | "asked" | "passed" | "refused" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_application_form: {
        parameters: {
            query: {
                /** @description The policy's code. */
                policy: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationForm"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_products: {
        parameters: {
            query?: {
                /** @description Those whose time has not come or is over, too. */
                all?: boolean;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those that lend for so many months. */
                months?: number;
                /** @description Those on the shelf on this day; today when left out. */
                on?: string;
                /** @description With this in name, code or bank. */
                search?: string;
                /** @description Only with this to fall back on. */
                security?: "credit" | "public-guarantee" | "guarantee" | "pledge" | "mortgage";
                /** @description `name` or `bank`. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description 银行. */
                            bank: string;
                            /** @description What the limit is the least of. */
                            caps: string[];
                            /** @description Its permanent code. */
                            code: string;
                            /** @description 联系方式. */
                            contact?: string | null;
                            /** @description On the shelf from. */
                            from: string;
                            /**
                             * Format: int32
                             * @description Shortest term in months.
                             */
                            least_months: number;
                            /**
                             * Format: int32
                             * @description Longest term in months.
                             */
                            most_months: number;
                            /** @description What it is called. */
                            name: string;
                            /** @description Whether somebody offers it (`false`: an example that must not look official). */
                            official: boolean;
                            /** @description Whether it is on the shelf on the day asked for. */
                            on_shelf: boolean;
                            /** @description 用途. */
                            purpose: string;
                            /** @description How its rate reads. */
                            reads: components["schemas"]["RateReadsWord"];
                            /** @description 适用地区; everywhere when empty. */
                            regions: string[];
                            /** @description 还款方式 there are. */
                            repayments: components["schemas"]["RepaymentWord"][];
                            /** @description 担保方式. */
                            security: components["schemas"]["SecurityWord"];
                            /** @description … to; without an end when absent. */
                            until?: string | null;
                            /** @description Version of its file. */
                            version: string;
                            /**
                             * Format: int32
                             * @description 办理时限 in working days.
                             */
                            working_days?: number | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_product: {
        parameters: {
            query?: {
                /** @description The version in force on this day; today when left out. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The product's code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanProductPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_products: {
        parameters: {
            query: {
                /** @description Those whose time has not come or is over, too. */
                all?: boolean;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those that lend for so many months. */
                months?: number;
                /** @description Those on the shelf on this day; today when left out. */
                on?: string;
                /** @description With this in name, code or bank. */
                search?: string;
                /** @description Only with this to fall back on. */
                security?: "credit" | "public-guarantee" | "guarantee" | "pledge" | "mortgage";
                /** @description `name` or `bank`. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_prospects: {
        parameters: {
            query: {
                /** @description With this grade, by name. */
                grade?: string;
                /** @description With at least so many points, e.g. `60`. */
                least?: string;
                /** @description What the consent was given for. */
                purpose: "marketing" | "credit-review" | "post-loan";
                /** @description In this stage, by name. */
                stage?: string;
                /** @description With this title now; only of those that let it see titles. */
                title?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prospects"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_by_provider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderReturn"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_provider_sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_registrations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description What became of them. */
                state?: components["schemas"]["RegistrationStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The person to ask. */
                            contact: string;
                            /** @description Asked then. */
                            created_at: string;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description Decided then. */
                            decided_at?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description The log-in name wished for. */
                            login: string;
                            /** @description The enterprise's legal name. */
                            name: string;
                            /** @description Why it was refused. */
                            reason?: string | null;
                            /** @description What became of it. */
                            state: components["schemas"]["RegistrationStateWord"];
                            /** @description The zone that decides. */
                            zone_id: string;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_enterprise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Application"];
            };
        };
        responses: {
            /** @description The zone will decide */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applied"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_registration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The registration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_registration: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The registration */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_registration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The registration */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description Refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_registrations: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description What became of them. */
                state?: components["schemas"]["RegistrationStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_registration_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationAsked"];
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationStatus"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rule_drafts: {
        parameters: {
            query?: {
                /** @description What they are; everything when left out. */
                kind?: "scheme" | "policy" | "product" | "scorecard";
                /** @description This far. */
                state?: "draft" | "submitted" | "published" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drafts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraft"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_rules: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRules"];
            };
        };
        responses: {
            /** @description Begun */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraftWhole"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_rule_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraftWhole"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_rules: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleText"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraftWhole"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_rules_text: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleText"];
            };
        };
        responses: {
            /** @description What is wrong with it, and how people read it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleJudged"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_rules: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_rules_back: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyBack"];
            };
        };
        responses: {
            /** @description A draft again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_rules: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Handed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_rules: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The draft */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyBack"];
            };
        };
        responses: {
            /** @description Given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_runs: {
        parameters: {
            query?: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["RunStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Its batch. */
                            batch_id: string;
                            /** @description The published run that it corrects. */
                            corrects?: string | null;
                            /** @description When. */
                            created_at: string;
                            /** @description Who asked for it. */
                            created_by: string;
                            /**
                             * Format: int64
                             * @description Enterprises scored.
                             */
                            enterprises: number;
                            /** @description Its id. */
                            id: string;
                            /**
                             * Format: int64
                             * @description Which run of its batch, from 1.
                             */
                            number: number;
                            /** @description When. */
                            published_at?: string | null;
                            /** @description Who published it. */
                            published_by?: string | null;
                            /**
                             * Format: int64
                             * @description With a rank.
                             */
                            ranked: number;
                            /** @description Why. */
                            reason?: string | null;
                            /** @description The receipt: every file with its SHA-256. */
                            receipt: unknown;
                            /** @description 凭据码: the same data and rules give the same code, whoever computes, with the command or here. */
                            receipt_code: string;
                            /** @description How far it is. */
                            state: components["schemas"]["RunStateWord"];
                            /**
                             * Format: int64
                             * @description Withheld by a veto.
                             */
                            vetoed: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_award_list: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenList"];
            };
        };
        responses: {
            /** @description Opened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardList"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_run: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Discarded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_distribution: {
        parameters: {
            query?: {
                /** @description Columns of the histogram, 5 to 50; 20 when absent. */
                bins?: number;
                /** @description Also by kind. */
                by?: "stage" | "grade" | "field" | "industry" | "park" | "size" | "label" | "age";
                /** @description In this field of technology. */
                field?: string;
                /** @description Of this section of industries. */
                industry?: string;
                /** @description Holding this title. */
                label?: string;
                /** @description In this park. */
                park?: string;
                /** @description Of this size. */
                size?: string;
                /** @description Of this stage. */
                stage?: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The distribution */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionOfPoints"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_entitlements: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description The day of matching. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description The policy's code. */
                policy: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description Only those that fail so many conditions and no more: near misses. */
                short?: number;
                /** @description `amount`, `name`, `credit_code`. */
                sort?: string;
                /** @description Only those that stand so. */
                standing?: "entitled" | "officer-check" | "cannot-tell" | "not-entitled";
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description What it would get by formula and caps; absent where the award is not money or it gets none. */
                            claimed?: string | null;
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise; absent when it has left the register. */
                            enterprise_id?: string | null;
                            /** @description What is granted after groups, ceilings and budget. */
                            granted?: string | null;
                            /** @description Its name. */
                            name: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description The policy's code. */
                            policy: string;
                            /** @description Every failing condition with its gap, what is missing, what an officer must answer; of the entitled, what was cut. */
                            reasons: string[];
                            /** @description How many conditions it fails. */
                            short: number;
                            /** @description How it stands. */
                            standing: components["schemas"]["EntitlementStanding"];
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_entitlements: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description The day of matching. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description The policy's code. */
                policy: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description Only those that fail so many conditions and no more: near misses. */
                short?: number;
                /** @description `amount`, `name`, `credit_code`. */
                sort?: string;
                /** @description Only those that stand so. */
                standing?: "entitled" | "officer-check" | "cannot-tell" | "not-entitled";
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_entitlement_phones: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description The day of matching. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description The policy's code. */
                policy: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description Only those that fail so many conditions and no more: near misses. */
                short?: number;
                /** @description `amount`, `name`, `credit_code`. */
                sort?: string;
                /** @description Only those that stand so. */
                standing?: "entitled" | "officer-check" | "cannot-tell" | "not-entitled";
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_growth_validity: {
        parameters: {
            query: {
                /** @description By how many percent at least, −100 to 1000; 10 when absent. Exact decimal text. */
                at_least?: string;
                /** @description Only in this field, by code. */
                field?: string;
                /** @description Only in this section of industries, by code. */
                industry?: string;
                /** @description The item that grows, by code; operating revenue when absent. */
                item?: string;
                /** @description Only with this title, by code. */
                label?: string;
                /** @description Only in this park. */
                park?: string;
                /** @description Only of this size, by code. */
                size?: string;
                /** @description Only of this stage, by code. */
                stage?: string;
                /** @description The published run of a later year of the same zone. */
                with: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrowthValidity"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_indicators: {
        parameters: {
            query?: {
                /** @description The stage, by code; that of most enterprises when absent. Indicators count differently in each. */
                stage?: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The indicators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorStatistics"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_intervals: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this grade, by code. */
                grade?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `rank`, `width`, `keeps`; with `-` for the greatest first. */
                sort?: string;
                /** @description Only those that keep their grade in 95 of 100 draws (`true`), or that do not (`false`). */
                sure?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Nine of ten places lie from here … */
                            best: number;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise; absent when it has left the register. */
                            enterprise_id?: string | null;
                            /** @description Its grade, by name. */
                            grade?: string | null;
                            /** @description The part of draws in which it has that grade, 0 to 1. */
                            keeps?: string | null;
                            /** @description Its legal name. */
                            name: string;
                            /** @description Its place in the evaluation; absent when it has left the register. */
                            participant_id?: string | null;
                            /**
                             * Format: int32
                             * @description Its place.
                             */
                            rank?: number | null;
                            /** @description Its total, exact decimal text. */
                            total?: string | null;
                            /** @description … to here. */
                            worst: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_intervals: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this grade, by code. */
                grade?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `rank`, `width`, `keeps`; with `-` for the greatest first. */
                sort?: string;
                /** @description Only those that keep their grade in 95 of 100 draws (`true`), or that do not (`false`). */
                sure?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_library: {
        parameters: {
            query?: {
                /** @description The day of application, which chooses the rules; today, or the last day of the year after the run's, when left out. */
                on?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The library */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Library"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_library_groups: {
        parameters: {
            query: {
                /** @description By park or by field. */
                by: "park" | "field";
                /** @description The day of application. */
                on?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryGroups"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_library_years: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The years */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryYears"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_loan_validity: {
        parameters: {
            query: {
                /** @description Only in this field, by code. */
                field?: string;
                /** @description Only in this section of industries, by code. */
                industry?: string;
                /** @description Only with this title, by code. */
                label?: string;
                /** @description What counts against a loan. */
                outcome: "overdue" | "default";
                /** @description Only in this park. */
                park?: string;
                /** @description Only of this size, by code. */
                size?: string;
                /** @description Only of this stage, by code. */
                stage?: string;
                /** @description Another published run of the zone, for the PSI. */
                with?: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanValidity"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_missing_items: {
        parameters: {
            query: {
                /** @description The day of application. */
                on?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
                /** @description The rung's code. */
                rung: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingItem"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_movements: {
        parameters: {
            query: {
                /** @description The published run it is compared with, as a rule that of the year before. */
                with: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementsOfPoints"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_movers: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `up` or `down`: only those with more, or with fewer points. */
                direction?: "up" | "down";
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those of another stage now (`true`), or of the same (`false`). */
                restaged?: boolean;
                /** @description `change`, `climb`; with `-` for the greatest first. Who has no points in one of both comes last. */
                sort?: string;
                /** @description The published run it is compared with. */
                with: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Points before, exact decimal text; absent when withheld or without stage. */
                            before?: string | null;
                            /** @description How many more; negative when fewer. */
                            change?: string | null;
                            /**
                             * Format: int64
                             * @description How many places better; negative when worse.
                             */
                            climb?: number | null;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise; absent when it has left the register. */
                            enterprise_id?: string | null;
                            /** @description Grade now, by name. */
                            grade?: string | null;
                            /** @description Grade before, by name. */
                            grade_before?: string | null;
                            /** @description Its legal name. */
                            name: string;
                            /** @description Its place in this evaluation; absent when it has left the register. */
                            participant_id?: string | null;
                            /**
                             * Format: int32
                             * @description Place now.
                             */
                            rank?: number | null;
                            /**
                             * Format: int32
                             * @description Place before.
                             */
                            rank_before?: number | null;
                            /** @description Stage now, by name. */
                            stage?: string | null;
                            /** @description Stage before, by name. */
                            stage_before?: string | null;
                            /** @description Points now. */
                            total?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_movers: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `up` or `down`: only those with more, or with fewer points. */
                direction?: "up" | "down";
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only those of another stage now (`true`), or of the same (`false`). */
                restaged?: boolean;
                /** @description `change`, `climb`; with `-` for the greatest first. Who has no points in one of both comes last. */
                sort?: string;
                /** @description The published run it is compared with. */
                with: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_offers: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description The day that chooses the products. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description The product's code. */
                product: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `amount`, `name`, `credit_code`. */
                sort?: string;
                /** @description Only those that stand so. */
                standing?: "eligible" | "bank-check" | "cannot-tell" | "not-eligible";
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description The caps it comes from. */
                            binding: string[];
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise; absent when it has left the register. */
                            enterprise_id?: string | null;
                            /** @description 参考额度 by the caps, whatever the conditions say; absent where data are missing. */
                            limit?: string | null;
                            /** @description Its name. */
                            name: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description Points in the run; absent when withheld. */
                            points?: string | null;
                            /** @description The product's code. */
                            product: string;
                            /** @description Every failing condition with its gap, what is missing, what the bank must answer. */
                            reasons: string[];
                            /** @description How it stands. */
                            standing: components["schemas"]["OfferStanding"];
                            /** @description 年利率 in percent; absent where data are missing. */
                            yearly_percent?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_offers: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description The day that chooses the products. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description The product's code. */
                product: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `amount`, `name`, `credit_code`. */
                sort?: string;
                /** @description Only those that stand so. */
                standing?: "eligible" | "bank-check" | "cannot-tell" | "not-eligible";
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_phone_list: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Whom; everybody when left out. */
                list?: components["schemas"]["LadderList"];
                /** @description For `cannot-tell`: this is missing, a `key` of the missing items. */
                missing?: string;
                /** @description For `near`: most conditions lacking, 1 to 3; 1 when left out. */
                n?: number;
                /** @description The day of application. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
                /** @description The rung's code. */
                rung: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `gap`, `name`, `credit_code`, `points`; with `-` for greatest first. */
                sort?: string;
                /** @description For `near`: most conditions that cannot be told for lack of data; 0 when left out. */
                unknown?: number;
                /** @description With this verdict. */
                verdict?: components["schemas"]["LadderVerdict"];
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_pivot: {
        parameters: {
            query: {
                /** @description One column of each kind. */
                columns: "stage" | "grade" | "field" | "industry" | "park" | "size" | "label" | "age";
                /** @description In this field of technology. */
                field?: string;
                /** @description Of this section of industries. */
                industry?: string;
                /** @description Holding this title. */
                label?: string;
                /** @description What is told of each cell. */
                measure: "count" | "mean" | "median" | "sum" | "share" | "withheld" | "coverage";
                /** @description The points of this pillar or indicator, by code; the total when absent. */
                of?: string;
                /** @description In this park. */
                park?: string;
                /** @description One line of each kind. */
                rows: "stage" | "grade" | "field" | "industry" | "park" | "size" | "label" | "age";
                /** @description Of this size. */
                size?: string;
                /** @description Of this stage. */
                stage?: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cells */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PivotOfPoints"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_points: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /**
                 * @description With something remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
                 *     `substituted`.
                 */
                flag?: string;
                /** @description With at least so many points. */
                from?: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this title on the day the points are judged on. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In a park whose name holds this. */
                park?: string;
                /** @description With this in name, initials or credit code. */
                search?: string;
                /** @description Of this size, as it was reported. */
                size?: string;
                /** @description `rank`, `stage_rank`, `coverage`, `credit_code`; with `-` for the other way round. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description With at most so many points. */
                to?: string;
                /** @description Whether a veto withholds the score. */
                withheld?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /**
                             * Format: int32
                             * @description Base indicators that count.
                             */
                            asked: number;
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise; absent when it has left the register. */
                            enterprise_id?: string | null;
                            /** @description 技术领域, by name. */
                            field?: string | null;
                            /** @description What is remarkable about some of its indicators. */
                            flags: string[];
                            /** @description Its grade, by name. */
                            grade?: string | null;
                            /**
                             * Format: int32
                             * @description Base indicators whose value is known.
                             */
                            known: number;
                            /** @description Its legal name. */
                            name: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description Its place in the evaluation, by which its points are read; absent when it has left the register. */
                            participant_id?: string | null;
                            /**
                             * Format: int32
                             * @description Its place among all.
                             */
                            rank?: number | null;
                            /** @description 企业规模, by name, where it was reported. */
                            size?: string | null;
                            /** @description Its stage, by name; absent when data are missing. */
                            stage?: string | null;
                            /**
                             * Format: int32
                             * @description Its place within its stage.
                             */
                            stage_rank?: number | null;
                            /** @description Its total, exact decimal text; absent when withheld or without stage. */
                            total?: string | null;
                            /** @description The veto that withholds the score, by name. */
                            withheld?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_points: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /**
                 * @description With something remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
                 *     `substituted`.
                 */
                flag?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description With at least so many points. */
                from?: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this title on the day the points are judged on. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In a park whose name holds this. */
                park?: string;
                /** @description With this in name, initials or credit code. */
                search?: string;
                /** @description Of this size, as it was reported. */
                size?: string;
                /** @description `rank`, `stage_rank`, `coverage`, `credit_code`; with `-` for the other way round. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description With at most so many points. */
                to?: string;
                /** @description Whether a veto withholds the score. */
                withheld?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_up_points: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Codes"];
            };
        };
        responses: {
            /** @description What was found, and what not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedUp"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_matching: {
        parameters: {
            query?: {
                /** @description The day of matching, which chooses the policies; today, or the last day of the year after the run's, when left out. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matching"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_applications: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteApplications"];
            };
        };
        responses: {
            /** @description Told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedToApply"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryPolicy"];
            };
        };
        responses: {
            /** @description What it is worth */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrial"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_portraits: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /**
                 * @description With something remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
                 *     `substituted`.
                 */
                flag?: string;
                /** @description With at least so many points. */
                from?: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this title on the day the points are judged on. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In a park whose name holds this. */
                park?: string;
                /** @description With this in name, initials or credit code. */
                search?: string;
                /** @description Of this size, as it was reported. */
                size?: string;
                /** @description `rank`, `stage_rank`, `coverage`, `credit_code`; with `-` for the other way round. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description With at most so many points. */
                to?: string;
                /** @description Whether a veto withholds the score. */
                withheld?: boolean;
            };
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_product: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryProduct"];
            };
        };
        responses: {
            /** @description What it is worth */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTrial"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_offering: {
        parameters: {
            query?: {
                /** @description The day, which chooses the products; today, or the last day of the year after the run's, when left out. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingOfRun"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_run: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_recommendations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /**
                 * @description With something remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
                 *     `substituted`.
                 */
                flag?: string;
                /** @description With at least so many points. */
                from?: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this title on the day the points are judged on. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In a park whose name holds this. */
                park?: string;
                /** @description With this in name, initials or credit code. */
                search?: string;
                /** @description Of this size, as it was reported. */
                size?: string;
                /** @description `rank`, `stage_rank`, `coverage`, `credit_code`; with `-` for the other way round. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description With at most so many points. */
                to?: string;
                /** @description Whether a veto withholds the score. */
                withheld?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Its 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise. */
                            enterprise_id?: string | null;
                            /** @description 技术领域, by name. */
                            field?: string | null;
                            /** @description 首贷: whether a bank says that a loan was the first; absent where no bank says anything. */
                            first_loan?: boolean | null;
                            /** @description Its grade, by name. */
                            grade?: string | null;
                            /** @description Its legal name. */
                            name: string;
                            /** @description 园区. */
                            park?: string | null;
                            /**
                             * Format: int32
                             * @description Its place among all.
                             */
                            rank?: number | null;
                            /** @description The batch it is recommended in today; absent when it is not. */
                            recommended?: string | null;
                            /** @description 企业规模, by name, where it was reported. */
                            size?: string | null;
                            /** @description Its stage, by name. */
                            stage?: string | null;
                            /** @description Titles it holds today. */
                            titles: string[];
                            /** @description Its total. */
                            total?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recommend_enterprises: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Recommend"];
            };
        };
        responses: {
            /** @description Recommended */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendedNow"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_recommendations: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /**
                 * @description With something remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
                 *     `substituted`.
                 */
                flag?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description With at least so many points. */
                from?: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Whose industry code begins so. */
                industry?: string;
                /** @description Holding this title on the day the points are judged on. */
                label?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description In a park whose name holds this. */
                park?: string;
                /** @description With this in name, initials or credit code. */
                search?: string;
                /** @description Of this size, as it was reported. */
                size?: string;
                /** @description `rank`, `stage_rank`, `coverage`, `credit_code`; with `-` for the other way round. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description With at most so many points. */
                to?: string;
                /** @description Whether a veto withholds the score. */
                withheld?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_results: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `rank`; `-rank` for the last first. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description Those whose score a veto withholds, instead of those with a place. */
                withheld?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /**
                             * Format: int64
                             * @description Base indicators that count.
                             */
                            asked: number;
                            /** @description Its 统一社会信用代码. */
                            credit_code?: string | null;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description Its technology field. */
                            field?: string | null;
                            /** @description Its grade. */
                            grade?: string | null;
                            /** @description Every indicator in the scheme's order: points, full points, flags. */
                            indicators?: components["schemas"]["IndicatorBody"][] | null;
                            /**
                             * Format: int64
                             * @description Base indicators whose value is known.
                             */
                            known: number;
                            /** @description Its legal name. */
                            name?: string | null;
                            /**
                             * Format: int64
                             * @description Its place among all.
                             */
                            rank?: number | null;
                            /** @description Code of its stage; absent when data are missing. */
                            stage?: string | null;
                            /**
                             * Format: int64
                             * @description Its place within its stage.
                             */
                            stage_rank?: number | null;
                            /** @description Its total, exact decimal text; absent when withheld or without stage. */
                            total?: string | null;
                            /** @description Code of the veto that withholds the score. */
                            withheld?: string | null;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_results: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Of this grade. */
                grade?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `rank`; `-rank` for the last first. */
                sort?: string;
                /** @description Of this stage. */
                stage?: string;
                /** @description Those whose score a veto withholds, instead of those with a place. */
                withheld?: boolean;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_robustness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobustnessOfRun"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_stage_moves: {
        parameters: {
            query?: {
                /** @description The year to compare with; two years before when it was published, else the earliest published. */
                since?: number;
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The moves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageMoves"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_standings: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Whom; everybody when left out. */
                list?: components["schemas"]["LadderList"];
                /** @description For `cannot-tell`: this is missing, a `key` of the missing items. */
                missing?: string;
                /** @description For `near`: most conditions lacking, 1 to 3; 1 when left out. */
                n?: number;
                /** @description The day of application. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
                /** @description The rung's code. */
                rung: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `gap`, `name`, `credit_code`, `points`; with `-` for greatest first. */
                sort?: string;
                /** @description For `near`: most conditions that cannot be told for lack of data; 0 when left out. */
                unknown?: number;
                /** @description With this verdict. */
                verdict?: components["schemas"]["LadderVerdict"];
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description 统一社会信用代码. */
                            credit_code: string;
                            /** @description The enterprise; absent when it has left the register. */
                            enterprise_id?: string | null;
                            /** @description 技术领域, a category of the item `tech_field`. */
                            field?: string | null;
                            /** @description The largest relative gap among them, in per cent. */
                            gap?: string | null;
                            /** @description What is lacking, when it is little. */
                            lacking?: string | null;
                            /** @description What is missing, when the verdict waits for data. */
                            missing: string[];
                            /** @description Its name in the run. */
                            name: string;
                            /** @description 测算结果仅供参考，以主管部门认定为准. */
                            note: string;
                            /** @description 园区. */
                            park?: string | null;
                            /** @description 乐观分. */
                            points_high?: string | null;
                            /** @description 保守分. */
                            points_low?: string | null;
                            /** @description Whether an authority has recognised it, by the register (never computed). */
                            recognised: boolean;
                            /** @description How many single conditions must still come true; absent when it is met or out of reach. */
                            short?: number | null;
                            /** @description How many conditions cannot be told for lack of data. */
                            unknown: number;
                            /** @description Recognised until. */
                            valid_to?: string | null;
                            /** @description What is computed. */
                            verdict: components["schemas"]["LadderVerdict"];
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_standings: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description In this field of technology. */
                field?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Whom; everybody when left out. */
                list?: components["schemas"]["LadderList"];
                /** @description For `cannot-tell`: this is missing, a `key` of the missing items. */
                missing?: string;
                /** @description For `near`: most conditions lacking, 1 to 3; 1 when left out. */
                n?: number;
                /** @description The day of application. */
                on?: string;
                /** @description In this park. */
                park?: string;
                /** @description 复核 instead of 认定. */
                review?: boolean;
                /** @description The rung's code. */
                rung: string;
                /** @description With this in name or credit code. */
                search?: string;
                /** @description `gap`, `name`, `credit_code`, `points`; with `-` for greatest first. */
                sort?: string;
                /** @description For `near`: most conditions that cannot be told for lack of data; 0 when left out. */
                unknown?: number;
                /** @description With this verdict. */
                verdict?: components["schemas"]["LadderVerdict"];
            };
            header?: never;
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_tasks: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeTasks"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TasksMade"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_runs: {
        parameters: {
            query: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
                /** @description This far. */
                state?: components["schemas"]["RunStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_published_runs: {
        parameters: {
            query?: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Its batch. */
                            batch_id: string;
                            /** @description The published run that it corrects. */
                            corrects?: string | null;
                            /** @description When. */
                            created_at: string;
                            /** @description Who asked for it. */
                            created_by: string;
                            /**
                             * Format: int64
                             * @description Enterprises scored.
                             */
                            enterprises: number;
                            /** @description Its id. */
                            id: string;
                            /**
                             * Format: int64
                             * @description Which run of its batch, from 1.
                             */
                            number: number;
                            /** @description When. */
                            published_at?: string | null;
                            /** @description Who published it. */
                            published_by?: string | null;
                            /**
                             * Format: int64
                             * @description With a rank.
                             */
                            ranked: number;
                            /** @description Why. */
                            reason?: string | null;
                            /** @description The receipt: every file with its SHA-256. */
                            receipt: unknown;
                            /** @description 凭据码: the same data and rules give the same code, whoever computes, with the command or here. */
                            receipt_code: string;
                            /** @description How far it is. */
                            state: components["schemas"]["RunStateWord"];
                            /**
                             * Format: int64
                             * @description Withheld by a veto.
                             */
                            vetoed: number;
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_published_runs: {
        parameters: {
            query: {
                /** @description Of this batch. */
                batch_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description `created_at`; `-created_at` for newest first. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_saved_filters: {
        parameters: {
            query?: {
                /** @description For this list. */
                list?: "standings" | "renewals" | "title-changes" | "annual-reports" | "tasks" | "points";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filters, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilter"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_filter: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepFilter"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilter"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_filter: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The filter */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_filter: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The filter */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeFilter"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilter"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_scheme_drafts: {
        parameters: {
            query?: {
                /** @description This far. */
                state?: components["schemas"]["SchemeStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schemes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraft"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_scheme: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScheme"];
            };
        };
        responses: {
            /** @description Begun */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraftWhole"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_scheme_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scheme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraftWhole"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_scheme: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeText"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraftWhole"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_scheme_draft: {
        parameters: {
            query: {
                /** @description The scheme it is compared with: a file below `rules/`, as in the list of schemes. */
                from: string;
            };
            header?: never;
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeChange"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_scheme_text: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeText"];
            };
        };
        responses: {
            /** @description What is wrong with it, and how people read it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeJudged"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_scheme_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeComment"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comment_on_scheme: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            /** @description Said */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeComment"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_scheme: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_scheme_back: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyBack"];
            };
        };
        responses: {
            /** @description A draft again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_scheme: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Handed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_scheme_draft_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_scheme: {
        parameters: {
            query?: {
                /** @description Who gains and loses, by this; by stage when absent. */
                by?: "stage" | "grade" | "field" | "industry" | "park" | "size" | "label" | "age";
                /** @description The run whose frozen values are taken, and with which it is compared; the one published last when absent. */
                run?: string;
            };
            header?: never;
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What would change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeTrial"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    weigh_indicators: {
        parameters: {
            query?: {
                /** @description The run whose frozen values are taken; the one published last when absent. */
                run?: string;
                /** @description The stage, by code; that of most enterprises when absent. */
                stage?: string;
            };
            header?: never;
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The weights */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestedWeights"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_scheme: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The scheme */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyBack"];
            };
        };
        responses: {
            /** @description Given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDraft"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_schemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schemes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheme"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_schemes: {
        parameters: {
            query: {
                /** @description The earlier one. */
                from: string;
                /** @description The later one. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeChange"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_scheme: {
        parameters: {
            query: {
                /**
                 * @description The day whose numbers are wanted; today when absent. A day before or after the scheme is in force is taken as its
                 *     first or last one.
                 */
                on?: string;
                /** @description Its file below `rules/`, as in the list. */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scheme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeShown"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_scheme_text: {
        parameters: {
            query: {
                /**
                 * @description The day whose numbers are wanted; today when absent. A day before or after the scheme is in force is taken as its
                 *     first or last one.
                 */
                on?: string;
                /** @description Its file below `rules/`, as in the list. */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_scorecards: {
        parameters: {
            query?: {
                /** @description The version in force on this day; today when left out. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scorecards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scorecard"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_scorecard: {
        parameters: {
            query?: {
                /** @description The version in force on this day; today when left out. */
                on?: string;
            };
            header?: never;
            path: {
                /** @description The scorecard's code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scorecard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardPage"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_screen: {
        parameters: {
            query?: {
                /** @description Of this zone; of the zone that published the latest year when absent. */
                zone_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it shows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Screen"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_sign_in_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_stories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_task_results: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By campaign and officer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResults"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /** @description Of this officer. */
                assignee_id?: string;
                /** @description Of this campaign. */
                campaign?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description About this enterprise. */
                enterprise_id?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only the caller's own. */
                mine?: boolean;
                /** @description Only those about which somebody still has to do something. */
                open?: boolean;
                /** @description Only open ones whose last day is past. */
                overdue?: boolean;
                /** @description About this rung. */
                rung?: string;
                /** @description `due_on`; `-due_on` for the latest first. */
                sort?: string;
                /** @description In this state. */
                state?: components["schemas"]["TaskStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description What the enterprise lacked then. */
                            advice: string;
                            /** @description Who looks after it. */
                            assignee_id: string;
                            /** @description That person's name. */
                            assignee_name?: string | null;
                            /** @description The campaign. */
                            campaign: string;
                            /** @description Changed last then. */
                            changed_at: string;
                            /** @description Made then. */
                            created_at: string;
                            /** @description 统一社会信用代码. */
                            credit_code?: string | null;
                            /** @description By when. */
                            due_on: string;
                            /** @description The enterprise. */
                            enterprise_id: string;
                            /** @description Its name now. */
                            enterprise_name?: string | null;
                            /** @description Its id. */
                            id: string;
                            /** @description The list it came from. */
                            list: string;
                            /** @description Whether it is open and its last day is past. */
                            overdue: boolean;
                            /** @description Why it was given up. */
                            reason?: string | null;
                            /** @description The run that list was computed from. */
                            run_id: string;
                            /** @description The rung it is about. */
                            rung: string;
                            /** @description How far it is. */
                            state: components["schemas"]["TaskStateWord"];
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The task */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_task: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The task */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTask"];
            };
        };
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_to_task: {
        parameters: {
            query: {
                /** @description The file's name. */
                name: string;
            };
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The task */
                id: string;
            };
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description It was added before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskFile"];
                };
            };
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskFile"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetch_task_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The file */
                file: string;
                /** @description The task */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ofd": number[];
                    "application/pdf": number[];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "image/jpeg": number[];
                    "image/png": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_task: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The task */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveTask"];
            };
        };
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_tasks: {
        parameters: {
            query: {
                /** @description Of this officer. */
                assignee_id?: string;
                /** @description Of this campaign. */
                campaign?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description About this enterprise. */
                enterprise_id?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Only the caller's own. */
                mine?: boolean;
                /** @description Only those about which somebody still has to do something. */
                open?: boolean;
                /** @description Only open ones whose last day is past. */
                overdue?: boolean;
                /** @description About this rung. */
                rung?: string;
                /** @description `due_on`; `-due_on` for the latest first. */
                sort?: string;
                /** @description In this state. */
                state?: components["schemas"]["TaskStateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_titles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The titles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderTitle"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this text in the name. */
                name?: string;
                /** @description Of this organisation. */
                organisation_id?: string;
                /** @description With this role. */
                role?: components["schemas"]["RoleWord"];
                /** @description `name`, `login` or `created_at`; `-` in front for greatest first. */
                sort?: string;
                /** @description In this state. */
                state?: components["schemas"]["StateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows of this page. */
                        items: {
                            /** @description Invited then. */
                            created_at: string;
                            /** @description The id. */
                            id: string;
                            /** @description The language. */
                            language: components["schemas"]["LanguageWord"];
                            /** @description The log-in name. */
                            login: string;
                            /** @description The name. */
                            name: string;
                            /** @description The organisation. */
                            organisation_id: string;
                            /** @description The roles. */
                            roles: components["schemas"]["RoleWord"][];
                            /** @description Signed in last. */
                            signed_in_at?: string | null;
                            /** @description Whether they may sign in. */
                            state: components["schemas"]["StateWord"];
                        }[];
                        /** @description Send this as `cursor` for the next page; absent on the last. */
                        next?: string | null;
                        /**
                         * Format: int64
                         * @description How many rows the whole list has.
                         */
                        total: number;
                    };
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_user: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUser"];
            };
        };
        responses: {
            /** @description Invited */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asked"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asked"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_user: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disabled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enable_user: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen. */
                "If-Match": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Enabled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_user: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The person */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetUser"];
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asked"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The person */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_users: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description `csv` or `xlsx`. */
                format: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description With this text in the name. */
                name?: string;
                /** @description Of this organisation. */
                organisation_id?: string;
                /** @description With this role. */
                role?: components["schemas"]["RoleWord"];
                /** @description `name`, `login` or `created_at`; `-` in front for greatest first. */
                sort?: string;
                /** @description In this state. */
                state?: components["schemas"]["StateWord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "text/csv": number[];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_webhook: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh random key; the same for a repetition of the same request. */
                "Idempotency-Key": string;
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddWebhook"];
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhook_deliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The webhook */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndWebhook"];
            };
        };
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    try_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path: {
                /** @description The webhook */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is sent within seconds; what came of it stands among the deliveries */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    weigh_pairwise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any value; shows that the request comes from a page of the platform. Not with a token. */
                "X-Jifen"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Comparisons"];
            };
        };
        responses: {
            /** @description The weights */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedWeights"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_zones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneName"][];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_console_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The file's name */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    livez: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_portal: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_awards: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
            };
            header?: never;
            path: {
                /** @description The list */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_results: {
        parameters: {
            query?: {
                /** @description In this field of technology, by code; empty for all. */
                field?: string;
                /** @description `zh` or `en`. */
                lang?: string;
                /** @description Of this stage, by code; empty for all. */
                stage?: string;
            };
            header?: never;
            path: {
                /** @description The evaluation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_public_results: {
        parameters: {
            query?: {
                /** @description In this field of technology, by code; empty for all. */
                field?: string;
                /** @description `zh` or `en`. */
                lang?: string;
                /** @description Of this stage, by code; empty for all. */
                stage?: string;
            };
            header?: never;
            path: {
                /** @description The evaluation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_rules: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
            };
            header?: never;
            path: {
                /** @description The evaluation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_policies: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
                /** @description The zone; the only one there is when absent, otherwise what every zone has. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_policy: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
                /** @description The zone; the only one there is when absent, otherwise what every zone has. */
                zone?: string;
            };
            header?: never;
            path: {
                /** @description The policy's code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_products: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
                /** @description The zone; the only one there is when absent, otherwise what every zone has. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_product: {
        parameters: {
            query?: {
                /** @description `zh` or `en`; as the browser asks when absent. */
                lang?: string;
                /** @description The zone; the only one there is when absent, otherwise what every zone has. */
                zone?: string;
            };
            header?: never;
            path: {
                /** @description The product's code */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_style: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The style */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_code: {
        parameters: {
            query?: {
                /** @description The code as people type it. */
                code?: string;
                /** @description `zh` or `en`. */
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_reference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_reference_style: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The style */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": unknown;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
