import Interview
import Storage

extension NodeFields {
    /// The number of another sample; `nil` when it is left out.
    ///
    /// - Parameter count: How many samples of that sort there are.
    mutating func reference(_ key: String, among count: Int) -> Int64? {
        optionalInteger(key, in: 1...max(1, count)).map(Int64.init)
    }

    /// The labels, that of samples among them.
    mutating func sampleTags() -> [String] {
        let tags = strings("tags")
        return tags.contains(SampleData.tag) ? tags : [SampleData.tag] + tags
    }

    mutating func organization(_ number: Int) -> Organization {
        Organization(
            id: SampleKind.organization.id(number), name: string("name"), notes: optionalString("notes"))
    }

    mutating func person(_ number: Int, organizations: Int) -> Person {
        Person(
            id: SampleKind.person.id(number), name: string("name"), email: optionalString("email"),
            role: choice("role", default: PersonRole.candidate),
            organization: reference("organization", among: organizations), notes: optionalString("notes"))
    }

    mutating func bank(_ number: Int, people: Int, organizations: Int) -> QuestionBankInfo {
        QuestionBankInfo(
            id: SampleKind.bank.id(number), name: string("name"), summary: optionalString("summary"),
            category: optionalString("category"), level: optionalChoice("level"), tags: sampleTags(),
            isPublic: flag("isPublic", orElse: true), owner: reference("owner", among: people),
            organization: reference("organization", among: organizations),
            defaultTimeLimitSeconds: optionalNumber("defaultTimeLimitSeconds", in: 1...86_400),
            isShuffled: flag("isShuffled", orElse: false),
            allowsRandomSelection: flag("allowsRandomSelection", orElse: true))
    }

    /// A time of day so many days from that on which samples are made; `nil` when it is left out.
    mutating func time(_ key: String) -> SampleTime? {
        guard var fields = fields(key) else { return nil }
        let time = fields.time()
        take(fields)
        return time
    }

    /// The time of day that fields say with `day` and `time`.
    mutating func time() -> SampleTime {
        let day = integer("day", in: -3650...3650)
        let text = string("time")
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else {
            if !text.isEmpty {
                report("time", "`\(text)` is not a time of day in quotation marks, such as \"09:30\".")
            }
            return SampleTime(day: day, minute: 0)
        }
        return SampleTime(day: day, minute: hour * 60 + minute)
    }
}
