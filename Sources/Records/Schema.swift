public import SQL

/// The tables of Viva, step by step. A step that was published never changes.
///
/// Each table's `body` is a JSON text with the whole value; the columns beside it are what is searched, sorted and counted by,
/// written from the value in the same statement. So a value gains a field without a step here, and the list of
/// interviews reads no `body`.
/// Moments are milliseconds since 1970 in UTC, truth is 0 or 1. `searched` has the names of a thing in small letters,
/// `tags`, `roles` and the like have labels in small letters, each between line breaks (`LabelColumn`); all of these in one form
/// (`String.folded`).
public enum Schema {
    /// Brings a database to the latest form.
    public static let migrator = Migrator([
        Migration(version: 1, name: "interviews, people, questions, templates, reports", statements: first),
        .foldedTexts(version: 2),
        .searchedWords(version: 3),
        Migration(version: 4, name: "indices of lists by several things", statements: listIndices),
        .countedLists(version: 5),
        .accounts(version: 6),
        .plannedQuestions(version: 7),
        .jobs(version: 8),
        .participants(version: 9),
        .loginPlaces(version: 10),
        .jobOwners(version: 11),
        .jobTokens(version: 12),
        .settledQuestions(version: 13),
    ])

    private static let first: @Sendable (SQLDialect) -> [SQLQuery] = { dialect in
        people(dialect) + questions(dialect) + interviews(dialect) + others(dialect) + search(dialect)
    }

    /// What lists of interviews are filtered by, so that no page with a body is read for an interview that does not fit: in the order
    /// of the list, which makes the index of time alone superfluous, and by number for those of which a label is asked for.
    private static let listIndices: @Sendable (SQLDialect) -> [SQLQuery] = { dialect in
        let filtered: SQLQuery = """
            state, kind, level, mode, role_folded, organization_id, template_id, candidate_id, interviewer_id,
            waiting_count, overall
            """
        let lists: [SQLQuery] = [
            "CREATE INDEX interviews_for_lists ON interviews (held_at DESC, id DESC, \(filtered))",
            "DROP INDEX interviews_by_time",
        ]
        // PostgreSQL puts indices together by itself.
        guard dialect == .sqlite else { return lists }
        return lists + ["CREATE INDEX interviews_for_labels ON interviews (id, held_at, \(filtered))"]
    }

    private static func people(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE organizations (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, searched TEXT NOT NULL DEFAULT '',
                body TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            """
            CREATE TABLE people (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE SET NULL,
                role TEXT NOT NULL, name TEXT NOT NULL, email TEXT, searched TEXT NOT NULL DEFAULT '', body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX people_by_role ON people (role, id)",
            "CREATE INDEX people_by_email ON people (email)",
            "CREATE INDEX people_by_organization ON people (organization_id, id)",
            """
            CREATE TABLE resumes (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE,
                person_id BIGINT REFERENCES people (id) ON DELETE CASCADE,
                file_name TEXT NOT NULL, content_hash TEXT NOT NULL, recording TEXT, body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX resumes_by_person ON resumes (person_id, id)",
            "CREATE INDEX resumes_by_recording ON resumes (recording)",
        ]
    }

    private static func questions(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE question_banks (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE, key TEXT UNIQUE,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE CASCADE,
                owner_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
                name TEXT NOT NULL, category TEXT, level TEXT, tags TEXT NOT NULL DEFAULT '', is_public SMALLINT NOT NULL,
                searched TEXT NOT NULL DEFAULT '', use_count BIGINT NOT NULL DEFAULT 0, body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            """
            CREATE TABLE questions (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE,
                bank_id BIGINT NOT NULL REFERENCES question_banks (id) ON DELETE CASCADE,
                key TEXT NOT NULL, kind TEXT NOT NULL, category TEXT NOT NULL, level TEXT NOT NULL,
                text TEXT NOT NULL, roles TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '', is_active SMALLINT NOT NULL,
                body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, UNIQUE (bank_id, key))
            """,
            "CREATE INDEX questions_by_key ON questions (key)",
            "CREATE INDEX questions_by_kind ON questions (kind, level, id)",
            "CREATE INDEX questions_by_category ON questions (category, id)",
            """
            CREATE TABLE templates (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE, key TEXT UNIQUE,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE CASCADE,
                owner_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
                title TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL, role TEXT, tags TEXT NOT NULL DEFAULT '',
                searched TEXT NOT NULL DEFAULT '', is_active SMALLINT NOT NULL, is_premium SMALLINT NOT NULL,
                use_count BIGINT NOT NULL DEFAULT 0, body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX templates_by_kind ON templates (kind, level, id)",
        ]
    }

    private static func interviews(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE interviews (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE, revision BIGINT NOT NULL,
                title TEXT NOT NULL, kind TEXT NOT NULL, mode TEXT NOT NULL, medium TEXT NOT NULL,
                level TEXT NOT NULL, role TEXT, company TEXT,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE SET NULL,
                candidate_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
                interviewer_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
                template_id BIGINT REFERENCES templates (id) ON DELETE SET NULL,
                resume_id BIGINT REFERENCES resumes (id) ON DELETE SET NULL,
                state TEXT NOT NULL, held_at BIGINT NOT NULL, scheduled_at BIGINT, scheduled_end BIGINT,
                started_at BIGINT, ended_at BIGINT, times_out_at BIGINT, duration_seconds DOUBLE PRECISION,
                question_count BIGINT NOT NULL, asked_count BIGINT NOT NULL, answered_count BIGINT NOT NULL,
                answered_follow_ups BIGINT NOT NULL, waiting_count BIGINT NOT NULL,
                judging TEXT, overall DOUBLE PRECISION, label TEXT,
                relevance DOUBLE PRECISION, completeness DOUBLE PRECISION, clarity DOUBLE PRECISION,
                technical_accuracy DOUBLE PRECISION, communication DOUBLE PRECISION,
                technical_stars BIGINT, communication_stars BIGINT, delivery_stars BIGINT,
                words_per_minute DOUBLE PRECISION, fillers_per_minute DOUBLE PRECISION,
                pauses_per_minute DOUBLE PRECISION,
                body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX interviews_by_time ON interviews (held_at DESC, id DESC, overall)",
            "CREATE INDEX interviews_by_state ON interviews (state, held_at DESC, id DESC, overall)",
            "CREATE INDEX interviews_by_kind ON interviews (kind, held_at DESC, id DESC)",
            "CREATE INDEX interviews_by_role ON interviews (LOWER(role), held_at DESC, id DESC)",
            "CREATE INDEX interviews_by_level ON interviews (level, held_at DESC, id DESC)",
            "CREATE INDEX interviews_by_candidate ON interviews (candidate_id, held_at DESC, id DESC)",
            "CREATE INDEX interviews_by_interviewer ON interviews (interviewer_id, held_at DESC, id DESC)",
            "CREATE INDEX interviews_by_organization ON interviews (organization_id, held_at DESC, id DESC)",
            "CREATE INDEX interviews_by_template ON interviews (template_id, held_at DESC, id DESC, state, overall)",
            "CREATE INDEX interviews_by_resume ON interviews (resume_id, id)",
            "CREATE INDEX interviews_for_review ON interviews (held_at DESC, id DESC) WHERE waiting_count > 0",
            // What statistics of all interviews add up, so that no page with a body is read for them.
            """
            CREATE INDEX interviews_for_statistics ON interviews (
                held_at DESC, id DESC, state, role, interviewer_id, started_at, answered_count, answered_follow_ups,
                waiting_count, duration_seconds, label, overall, relevance, completeness, clarity,
                technical_accuracy, communication)
            """,
            "CREATE INDEX interviews_by_schedule ON interviews (scheduled_at, scheduled_end)",
            "CREATE INDEX interviews_by_timing_out ON interviews (times_out_at)",
            """
            CREATE TABLE interview_skills (
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                skill TEXT NOT NULL, PRIMARY KEY (interview_id, skill))
            """,
            "CREATE INDEX interview_skills_by_skill ON interview_skills (skill, interview_id)",
            """
            CREATE TABLE interview_tags (
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                tag TEXT NOT NULL, PRIMARY KEY (interview_id, tag))
            """,
            "CREATE INDEX interview_tags_by_tag ON interview_tags (tag, interview_id)",
            """
            CREATE TABLE turns (
                id \(dialect.identity),
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                number BIGINT NOT NULL, planned_number BIGINT NOT NULL, is_follow_up SMALLINT NOT NULL,
                question_id BIGINT REFERENCES questions (id) ON DELETE SET NULL,
                question_key TEXT NOT NULL, kind TEXT NOT NULL, category TEXT NOT NULL, level TEXT NOT NULL,
                text TEXT NOT NULL, recording TEXT, body TEXT NOT NULL, UNIQUE (interview_id, number))
            """,
            "CREATE INDEX turns_by_question ON turns (question_key, interview_id)",
            // With the index of takes: the scores of all answers without a page with a body.
            """
            CREATE INDEX turns_for_statistics ON turns (
                is_follow_up, interview_id, id, question_key, category, question_id)
            """,
            "CREATE INDEX turns_by_question_id ON turns (question_id)",
            """
            CREATE TABLE takes (
                id \(dialect.identity),
                turn_id BIGINT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                number BIGINT NOT NULL, is_final SMALLINT NOT NULL, medium TEXT NOT NULL, recording TEXT,
                state TEXT NOT NULL, text TEXT, received_at BIGINT NOT NULL, seconds DOUBLE PRECISION,
                overall DOUBLE PRECISION, review_score DOUBLE PRECISION,
                relevance DOUBLE PRECISION, completeness DOUBLE PRECISION, clarity DOUBLE PRECISION,
                technical_accuracy DOUBLE PRECISION, communication DOUBLE PRECISION,
                sentiment TEXT, confidence DOUBLE PRECISION, needs_review SMALLINT NOT NULL,
                words_per_minute DOUBLE PRECISION, fillers_per_minute DOUBLE PRECISION,
                pauses_per_minute DOUBLE PRECISION,
                body TEXT NOT NULL, UNIQUE (turn_id, number))
            """,
            "CREATE INDEX takes_by_interview ON takes (interview_id, turn_id, number)",
            """
            CREATE INDEX takes_for_statistics ON takes (
                turn_id, is_final, overall, relevance, completeness, clarity, technical_accuracy, communication)
            """,
            "CREATE INDEX takes_by_time ON takes (received_at, id)",
            "CREATE INDEX takes_for_review ON takes (needs_review, received_at, id)",
        ]
    }

    private static func others(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE recording_files (
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                name TEXT NOT NULL, recording TEXT NOT NULL, bytes BIGINT NOT NULL,
                PRIMARY KEY (interview_id, name))
            """,
            "CREATE INDEX recording_files_by_recording ON recording_files (recording)",
            """
            CREATE TABLE messages (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE,
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                speaker TEXT NOT NULL, text TEXT NOT NULL, recording TEXT, created_at BIGINT NOT NULL)
            """,
            "CREATE INDEX messages_by_interview ON messages (interview_id, id)",
            "CREATE INDEX messages_by_recording ON messages (recording)",
            """
            CREATE TABLE reports (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE,
                interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                decision TEXT NOT NULL, file TEXT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX reports_by_interview ON reports (interview_id, id)",
            "CREATE INDEX reports_by_file ON reports (file)",
            """
            CREATE TABLE imported_folders (
                name TEXT PRIMARY KEY, interview_id BIGINT REFERENCES interviews (id) ON DELETE SET NULL,
                imported_at BIGINT NOT NULL)
            """,
        ]
    }

    /// The texts that can be searched: `subject` says what a text belongs to and `number` which. The index of their words is
    /// what the two write least alike.
    private static func search(_ dialect: SQLDialect) -> [SQLQuery] {
        let words: SQLQuery =
            switch dialect {
            case .sqlite: ""
            case .postgres: ", words TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', text)) STORED"
            }
        let texts: [SQLQuery] = [
            """
            CREATE TABLE search_texts (
                id \(dialect.identity), subject TEXT NOT NULL, number BIGINT NOT NULL,
                interview_id BIGINT REFERENCES interviews (id) ON DELETE CASCADE, text TEXT NOT NULL\(words))
            """,
            "CREATE INDEX search_texts_by_subject ON search_texts (subject, number)",
            "CREATE INDEX search_texts_by_interview ON search_texts (interview_id)",
        ]
        switch dialect {
        case .sqlite:
            return texts + [
                """
                CREATE VIRTUAL TABLE search_index USING fts5 (
                    text, content = 'search_texts', content_rowid = 'id',
                    tokenize = 'porter unicode61 remove_diacritics 2')
                """,
                """
                CREATE TRIGGER search_texts_inserted AFTER INSERT ON search_texts BEGIN
                    INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
                END
                """,
                """
                CREATE TRIGGER search_texts_deleted AFTER DELETE ON search_texts BEGIN
                    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
                END
                """,
                """
                CREATE TRIGGER search_texts_updated AFTER UPDATE OF text ON search_texts BEGIN
                    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
                    INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
                END
                """,
            ]
        case .postgres:
            return texts + ["CREATE INDEX search_texts_by_words ON search_texts USING gin (words)"]
        }
    }
}
