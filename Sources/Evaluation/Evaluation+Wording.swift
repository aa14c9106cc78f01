extension Evaluation {
    /// The strengths that do not repeat an expected point, which reports list by themselves.
    package var strengthsBesidePoints: [String] { besidePoints(strengths) }
    /// The weaknesses that do not repeat an expected point, which reports list by themselves.
    package var weaknessesBesidePoints: [String] { besidePoints(weaknesses) }

    private func besidePoints(_ remarks: [String]) -> [String] {
        let statements = keyPoints.map {
            $0.statement.hasSuffix(".") ? String($0.statement.dropLast()) : $0.statement
        }
        return remarks.filter { remark in !statements.contains { remark.contains($0) } }
    }

    /// Who judged some answers and what those judges cannot see, as sentences; `nil` when none of them has a score.
    package static func judgement(of evaluations: [Evaluation]) -> String? {
        let judged = evaluations.filter { $0.overall != nil }
        guard !judged.isEmpty else { return nil }
        let limits = distinct(judged.flatMap(\.limits)).joined(separator: " ")
        return "Judged by \(judges(of: judged))." + (limits.isEmpty ? "" : " \(limits)")
    }

    /// The names of who judged; how many answers, where that was not all of them.
    package static func judges(of judged: [Evaluation]) -> String {
        distinct(judged.flatMap(\.judges)).map { judge in
            let count = judged.count { $0.judges.contains(judge) }
            return count == judged.count ? judge : "\(judge) (\(count) of \(judged.count) answers)"
        }.joined(separator: ", ")
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
