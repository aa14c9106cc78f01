import ArgumentParser
import FoundationEssentials
import Speech

/// Hears one recording by one lever and prints its words: what `hearing` starts and measures.
struct HearOnce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hear-once", shouldDisplay: false)

    @Argument(help: "The lever.") var lever: String
    @Argument(help: "A JSON file with the path and the context.") var task: String

    func run() async throws {
        guard let lever = HearingLever.named.first(where: { $0.name == lever }),
            case .own(_, let hear) = lever.way
        else { throw ValidationError("There is no lever of Viva's own named \(lever).") }
        let task = try JSONDecoder().decode(HearingTask.self, from: Data(contentsOf: URL(filePath: task)))
        print(String(decoding: try JSONEncoder().encode(try await hear(task)), as: UTF8.self))
    }
}
