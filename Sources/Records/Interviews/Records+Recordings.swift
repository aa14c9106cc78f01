import SQL

extension Records {
    /// All recordings that interviews name, in the order of the interviews.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordingFiles() async throws(RecordsError) -> [NamedRecording] {
        try await read { connection in
            try connection.rows(
                "SELECT interview_id, name, recording, bytes FROM recording_files ORDER BY interview_id, name"
            ).map { row in
                try NamedRecording(
                    interview: row.integer("interview_id"),
                    recording: KeptRecording(
                        name: row.text("name"), address: row.text("recording"), bytes: row.count("bytes")))
            }
        }
    }
}
