import ArgumentParser
import Records

/// How much of a list of statistics is wanted.
struct MostOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many at most, 1 to \(PageRequest.limit).", valueName: "count"))
    var limit = 100

    func validate() throws {
        guard (1...PageRequest.limit).contains(limit) else {
            throw ValidationError("--limit \(limit) is outside 1 to \(PageRequest.limit).")
        }
    }
}
