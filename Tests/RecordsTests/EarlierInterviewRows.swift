import FoundationEssentials
import Interview
import SQL

@testable import Records

/// Interviews as they were kept before their questions had numbers of their own.
struct EarlierInterviewRows {
    let connection: any SQLConnection

    func insert(_ interview: Interview) throws {
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", interview.id.sqlValue), ("revision", .integer(1)),
            ("created_at", interview.createdAt.sqlValue), ("updated_at", interview.createdAt.sqlValue),
        ]
        let number = try connection.oneRow(
            "\(SQLQuery.insert(into: "interviews", columns + InterviewColumns(interview).pairs)) RETURNING id"
        ).integer("id")
        for tag in interview.details.tags {
            try connection.run("INSERT INTO interview_tags (interview_id, tag) VALUES (\(number), \(tag))")
        }
        for turn in interview.turns {
            let columns: [(StaticString, SQLValue)] = [
                ("interview_id", .integer(number)), ("number", turn.number.sqlValue),
            ]
            let id = try connection.oneRow(
                "\(SQLQuery.insert(into: "turns", columns + TurnColumns(turn).pairs)) RETURNING id"
            ).integer("id")
            for take in turn.takes {
                let columns: [(StaticString, SQLValue)] = [
                    ("turn_id", .integer(id)), ("interview_id", .integer(number)),
                    ("number", take.number.sqlValue),
                ]
                let isFinal = take.number == turn.takes.last?.number
                try connection.run(
                    SQLQuery.insert(into: "takes", columns + TakeColumns(take, isFinal: isFinal).pairs))
            }
        }
    }
}
