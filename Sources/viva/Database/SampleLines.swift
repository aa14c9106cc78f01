import Samples

/// Samples in words.
enum SampleLines {
    /// How many there are of each sort: `1 organization, 6 people and 42 interviews`.
    static func counts(of entries: [SampleEntry]) -> String {
        let parts = SampleKind.allCases.compactMap { kind -> String? in
            let count = entries.count { $0.kind == kind }
            return count == 0 ? nil : "\(count) \(count == 1 ? noun(kind) : plural(kind))"
        }
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Which numbers they have here, a line for each sort; where these are not those of a new database, both are told.
    static func numbers(of entries: [SampleEntry]) -> [String] {
        SampleKind.allCases.compactMap { kind in
            let parts = runs(of: entries.filter { $0.kind == kind }).map { run in
                let here = range(run.first.number, run.last.number)
                let there = range(Int64(run.first.sample), Int64(run.last.sample))
                return here == there ? here : "\(here) (\(there) in a new database)"
            }
            return parts.isEmpty ? nil : "  \(plural(kind)): \(parts.joined(separator: ", "))"
        }
    }

    /// What one is called.
    static func noun(_ kind: SampleKind) -> String {
        switch kind {
        case .organization: "organization"
        case .person: "person"
        case .resume: "resume"
        case .bank: "question bank"
        case .template: "template"
        case .interview: "interview"
        }
    }

    private static func plural(_ kind: SampleKind) -> String {
        kind == .person ? "people" : noun(kind) + "s"
    }

    private static func range(_ first: Int64, _ last: Int64) -> String {
        first == last ? "\(first)" : "\(first) to \(last)"
    }

    /// Stretches in which both numbers go up together.
    private static func runs(of entries: [SampleEntry]) -> [(first: SampleEntry, last: SampleEntry)] {
        entries.reduce(into: []) { runs, entry in
            if let run = runs.last, run.last.number + 1 == entry.number, run.last.sample + 1 == entry.sample {
                runs[runs.count - 1].last = entry
            } else {
                runs.append((entry, entry))
            }
        }
    }
}
