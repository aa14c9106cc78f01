import ArgumentParser
import Foundation
import Speech

/// How far live voice over a server is behind the speech.
struct LiveServerBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live-server",
        abstract: "How far the text of live streams of a running server is behind the speech.",
        discussion: """
            Each stream is a session of practice with one question, answered with recordings at the pace of speech: as many recordings \
            of a folder one after the other as an answer is long, another one first in each stream, and each answer of a stream \
            where the one before it ended.

            A partial text is late by the time from when its sound was sent to when it came. The final transcript is late by the time \
            from the message that the answer is finished. All is measured at the client, over loopback or a network.

            EXAMPLES
              viva serve --port 8000 --engine pocketsphinx &
              viva-bench live-server --streams 5 --seconds 60 recordings
              viva-bench live-server --streams 1 --seconds 10 --answers 20 recordings
            """)

    @Argument(help: "A folder of recordings.") var folder: String
    @Option(help: "The address of the server.") var server = "http://127.0.0.1:8000"
    @Option(help: "How many speak at once.") var streams = 5
    @Option(help: "How long an answer is, in seconds.") var seconds = 60.0
    @Option(help: "How many answers each gives, one after the other.") var answers = 1

    func validate() throws {
        guard (1...1000).contains(streams) else { throw ValidationError("--streams is 1 to 1000.") }
        guard (1...1200).contains(seconds) else { throw ValidationError("--seconds is 1 to 1200.") }
        guard (1...1000).contains(answers) else { throw ValidationError("--answers is 1 to 1000.") }
        guard let url = URL(string: server), url.scheme == "http", url.host() != nil else {
            throw ValidationError("--server must be an address such as http://127.0.0.1:8000.")
        }
    }

    func run() async throws {
        let sounds = try await sounds()
        let door = try LiveDoor(server: server, token: ProcessInfo.processInfo.environment["VIVA_TOKEN"])
        var all = [LiveFigures?](repeating: nil, count: streams)
        try await withThrowingTaskGroup(of: (Int, LiveFigures).self) { group in
            for number in 0..<streams {
                let stream = LiveStream(door: door, sounds: sounds[number % sounds.count])
                group.addTask {
                    // They do not begin in the same moment, as people do not.
                    try await Task.sleep(for: .milliseconds(370 * number))
                    return (number, await stream.run())
                }
            }
            for try await (number, figures) in group { all[number] = figures }
        }
        tell(all.compactMap(\.self))
    }

    /// For each stream the sound of each of its answers; each stream begins with another recording.
    private func sounds() async throws -> [[[Float]]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { name in
            [".wav", ".flac", ".ogg", ".mp3"].contains { name.lowercased().hasSuffix($0) }
        }
        guard !names.isEmpty else { throw ValidationError("\(folder) has no recordings.") }
        let length = AudioBuffer.sample(seconds)
        let wanted = length * answers
        var read: [Int: [Float]] = [:]
        var sounds: [[[Float]]] = []
        for stream in 0..<min(streams, names.count) {
            var sound: [Float] = []
            var place = stream * max(1, names.count / streams)
            while sound.count < wanted {
                let index = place % names.count
                let samples =
                    if let known = read[index] { known } else {
                        try await BenchSamples.read("\(folder)/\(names[index])")
                    }
                read[index] = samples
                sound += samples
                place += 1
                guard place < 10_000 else { throw ValidationError("The recordings of \(folder) are empty.") }
            }
            sounds.append((0..<answers).map { Array(sound[$0 * length..<($0 + 1) * length]) })
        }
        return sounds
    }

    private func tell(_ all: [LiveFigures]) {
        print(
            "stream\tsent, s\tpartials\tbehind, s: median\tp95\tmax\twords\tbehind, s: median\tp95\tmax\tfinal, s: median\tp95\tmax"
        )
        for (number, figures) in all.enumerated() { tell("\(number + 1)", [figures]) }
        if all.count > 1 { tell("all", all) }
        for (number, figures) in all.enumerated() {
            if let failure = figures.failure { print("stream \(number + 1): \(failure)") }
        }
    }

    private func tell(_ name: String, _ figures: [LiveFigures]) {
        let partials = figures.flatMap(\.partialLags)
        let words = figures.flatMap(\.wordLags)
        let cells =
            [name, Spread.text(figures.reduce(0) { $0 + $1.sentSeconds }), "\(partials.count)"]
            + LiveFigures.cells(partials) + ["\(words.count)"] + LiveFigures.cells(words)
            + LiveFigures.cells(figures.flatMap(\.finals))
        print(cells.joined(separator: "\t"))
    }
}
