import Archive
import FoundationEssentials
import Interview
import Records
import Speech

/// A program that reads while others write: lists, searches, figures, whole interviews and folders.
struct TogetherReader {
    private let archive: Archive
    private let scratch: String
    private var random: SplitMix64
    private var report = TogetherReport()

    /// - Parameter scratch: where folders are exported to, which go at once.
    init(archive: Archive, scratch: String, seed: UInt64, number: Int) {
        self.archive = archive
        self.scratch = scratch
        random = SplitMix64(seed: seed &+ 1000 &+ UInt64(number))
    }

    mutating func run(until end: ContinuousClock.Instant) async -> TogetherReport {
        while ContinuousClock.now < end {
            do {
                switch Int.random(in: 0..<6, using: &random) {
                case 0: try await walk()
                case 1: try await jump()
                case 2: try await search()
                case 3: try await count()
                case 4: try await readOne()
                default: try await export()
                }
            } catch {
                report.note("A reading program met an error: \(error)")
            }
        }
        return report
    }

    private var filter: InterviewFilter {
        mutating get {
            var filter = InterviewFilter()
            if Bool.random(using: &random) { filter.states = [.completed] }
            if Bool.random(using: &random) { filter.kinds = [.technical] }
            if Bool.random(using: &random) { filter.level = .mid }
            if Bool.random(using: &random) { filter.role = "backend developer" }
            if Bool.random(using: &random) { filter.tag = "team-1" }
            return filter
        }
    }

    /// Goes through a list by places.
    private mutating func walk() async throws {
        let (records, filter) = (archive.records, filter)
        var place: String?
        var last: (date: Date, number: Int64)?
        for _ in 0..<5 {
            let request = PageRequest.after(place, count: 20)
            let page = try await report.timed("read a page") {
                try await records.interviews(filter, page: request)
            }
            for item in page.items {
                if let last, (item.heldAt, item.number) >= last {
                    report.note("A list is not in order: \(item.number) comes after \(last.number).")
                }
                last = (item.heldAt, item.number)
                if !filter.states.isEmpty, !filter.states.contains(item.state) {
                    report.note("A list has interview \(item.number), which does not fit.")
                }
            }
            place = page.next
            if place == nil { break }
        }
    }

    /// A page by number with the total, which must fit each other.
    private mutating func jump() async throws {
        let (records, filter) = (archive.records, filter)
        let skipped = Int.random(in: 0...100, using: &random)
        let page = try await report.timed("read a page and the total") {
            try await records.interviews(filter, page: .skipping(skipped, count: 20))
        }
        let expected = min(20, max(0, (page.total ?? 0) - skipped))
        if page.items.count != expected {
            report.note("A page of \(page.total ?? 0) after \(skipped) has \(page.items.count) interviews.")
        }
    }

    private mutating func search() async throws {
        let (records, filter) = (archive.records, filter)
        let text = Bool.random(using: &random) ? "index" : "\"how does an index\""
        _ = try await report.timed("search") {
            try await records.search(text, in: filter, page: .skipping(0, count: 20))
        }
    }

    private mutating func count() async throws {
        let (records, filter) = (archive.records, filter)
        let figures = try await report.timed("read statistics") {
            try await records.statistics(of: filter)
        }
        let sum = figures.states.reduce(0) { $0 + $1.interviews }
        if sum != figures.interviews {
            report.note("The states of \(figures.interviews) interviews add up to \(sum).")
        }
        try await report.timed("read statistics of answers") {
            _ = try await records.weakAreas(of: filter)
            _ = try await records.questionEffectiveness(of: filter)
            _ = try await records.scoreEvolution(of: filter)
        }
    }

    /// The number of any interview; `nil` when there is none.
    private mutating func any() async throws -> Int64? {
        let items = try await archive.records.interviews(page: .first(50)).items
        return items.randomElement(using: &random)?.number
    }

    private mutating func readOne() async throws {
        guard let number = try await any() else { return }
        let records = archive.records
        do {
            let kept = try await report.timed("read an interview") {
                try await records.interview(.number(number))
            }
            let answered = kept.interview.turns.count { !$0.takes.isEmpty }
            if kept.interview.state == .completed, answered != 3 {
                report.note("Interview \(number) is completed and has \(answered) answers of 3.")
            }
        } catch {
            try await requireGone(number, "\(error)")
        }
    }

    private mutating func export() async throws {
        guard let number = try await any() else { return }
        let (archive, scratch) = (archive, scratch)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        do {
            let exported = try await report.timed("export an interview") {
                try await archive.writeFolder(of: .number(number), to: scratch)
            }
            if !exported.missing.isEmpty { try await requireGone(number, "lacks \(exported.missing)") }
        } catch {
            try await requireGone(number, "\(error)")
        }
    }

    /// What cannot be read was deleted meanwhile, else something is wrong.
    private mutating func requireGone(_ number: Int64, _ problem: String) async throws {
        if try await archive.records.isThere(number) {
            report.note("Interview \(number), which is there, was not read: \(problem)")
        } else {
            report.goneMeanwhile += 1
        }
    }
}
