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
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a backup now; the job's result names the file. */
        post: operations["make_backup"];
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
         * Follows a job (Server-Sent Events, `event: job`, the job as data). The stream ends with the job, or when the
         *     server shuts down; a caller that comes back gets the present state first.
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
    "/api/v1/organisations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes an organisation from a day on. */
        post: operations["close_organisation"];
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
        /** Invites a person into an organisation that the caller reaches. */
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
        /** Changes a person. Nobody changes themselves here. */
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
        /** Makes a one-time link to choose a new password; open sessions end and the wait after failures is over. */
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
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and the server is not shutting down. */
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
        /** @description A registration that arrived. */
        Applied: {
            /** @description Its number, to refer to. */
            id: string;
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
        /** @description What to change; what is left out stays. */
        ChangeUser: {
            language?: components["schemas"]["LanguageWord"] | null;
            /** @description The person's name. */
            name?: string | null;
            /** @description All roles from now on; they count from the next request. */
            roles?: components["schemas"]["RoleWord"][] | null;
        };
        /** @description When to close. */
        CloseOrganisation: {
            /** @description Closed from this day (`2026-12-31`). */
            on: string;
        };
        /** @description How to let the enterprise in. */
        Confirmation: {
            /** @description Another log-in name, when the one wished for is taken. */
            login?: string | null;
        };
        /** @description A code that shows that the secret has arrived. */
        FirstCode: {
            /** @description Six digits. */
            code: string;
        };
        /** @description A probe's answer. */
        Health: {
            /** @description Always `ok`. */
            status: string;
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
        JobKind: "audit-verification" | "backup";
        /**
         * @description How far a job is.
         * @enum {string}
         */
        JobStateWord: "waiting" | "running" | "done" | "failed" | "cancelled";
        /**
         * @description What an organisation is.
         * @enum {string}
         */
        KindWord: "centre" | "zone" | "department" | "bank" | "enterprise";
        /**
         * @description The language a person reads.
         * @enum {string}
         */
        LanguageWord: "zh" | "en";
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
        /** @description The organisation of the person. */
        MyOrganisation: {
            id: string;
            kind: components["schemas"]["KindWord"];
            name: string;
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
        /** @description A secret to put into an authenticator program. Shown once. */
        NewSecret: {
            /** @description The same as an `otpauth` address, for a picture. */
            address: string;
            /** @description The secret in base 32, for typing. */
            secret: string;
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
            /** @description What is wrong, in the reader's language. */
            detail: string;
            /** @description JSON pointer into the body, or `?name` of a query parameter. */
            pointer: string;
        };
        /** @description Codes for the day the telephone is lost. Shown once. */
        RecoveryCodes: {
            /** @description Each works once. */
            recovery_codes: string[];
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
        /**
         * @description What became of a registration.
         * @enum {string}
         */
        RegistrationStateWord: "waiting" | "confirmed" | "refused";
        /** @description A new legal name. */
        RenameOrganisation: {
            /** @description The legal name. */
            name: string;
        };
        /** @description What to reset. */
        ResetUser: {
            /** @description Take the one-time codes away as well: the telephone is lost. */
            second_factor: boolean;
        };
        /**
         * @description What a person does on the platform.
         * @enum {string}
         */
        RoleWord: "centre-officer" | "zone-administrator" | "data-reviewer" | "rule-author" | "publisher" | "policy-officer" | "bank-officer" | "enterprise-user" | "auditor" | "system-administrator" | "security-administrator";
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
        /**
         * @description Whether a person may sign in.
         * @enum {string}
         */
        StateWord: "invited" | "active" | "disabled";
        /** @description A proof of presence. */
        StepUp: {
            /** @description A one-time code, where one is set up. */
            code?: string | null;
            /** @description The password. */
            password: string;
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
    list_audit: {
        parameters: {
            query?: {
                /** @description Of this verb. */
                action?: string;
                /** @description Of this person. */
                actor_id?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Not before (RFC 3339). */
                from?: string;
                /** @description Rows of a page, 1 to 200. */
                limit?: number;
                /** @description Ended like this. */
                outcome?: components["schemas"]["OutcomeWord"];
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
            /** @description A refusal */
            default: {
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
            /** @description A refusal */
            default: {
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
            /** @description A refusal */
            default: {
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
