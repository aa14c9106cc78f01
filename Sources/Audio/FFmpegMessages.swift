/// What ffmpeg wrote about a file while it decoded it.
struct FFmpegMessages {
    /// At most this much is read: the description of the input comes first.
    private static let limitBytes = 65_536

    private let lines: [Substring]

    init(text: String) {
        lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The messages in a file; none when it cannot be read.
    init(path: String) {
        var bytes = [UInt8](repeating: 0, count: Self.limitBytes)
        var count = 0
        if let file = try? Descriptor(reading: path, name: path) {
            count = bytes.withUnsafeMutableBytes { (try? file.readFully(into: $0, name: path)) ?? 0 }
        }
        self.init(text: String(decoding: bytes[..<count], as: UTF8.self))
    }

    /// The container and the codec of the input.
    var format: String {
        let container = lines.first { $0.hasPrefix("Input #0, ") }?
            .dropFirst("Input #0, ".count).text(before: ", from")
        let codec = lines.lazy.compactMap { $0.text(after: "Audio: ") }.first?.text(before: ",")
        return [container, codec, "decoded by ffmpeg"].compactMap { $0.map(String.init) }.joined(
            separator: ", ")
    }

    /// How long the input says it is, in seconds, from `Duration: 00:01:02.50, start ...`; `nil` when ffmpeg
    /// only guesses it.
    var durationSeconds: Double? {
        if lines.contains(where: { $0.contains("Estimating duration from bitrate") }) { return nil }
        guard let text = lines.lazy.compactMap({ $0.text(after: "Duration: ") }).first else { return nil }
        let parts = text.text(before: ",").split(separator: ":").map { Double($0) }
        guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2] else {
            return nil
        }
        return hours * 3600 + minutes * 60 + seconds
    }

    /// Whether a message ends so.
    func complains(of ending: String) -> Bool {
        lines.contains { $0.hasSuffix(ending) }
    }

    /// The last message, without the path that it begins with.
    func reason(path: String) -> String {
        guard let last = lines.last else { return "it gave no reason" }
        let text = last.hasPrefix(path + ": ") ? last.dropFirst(path.count + 2) : last
        return String(text.prefix(300))
    }
}

extension Substring {
    /// What stands before the first `mark`; all of it without one.
    fileprivate func text(before mark: String) -> Substring {
        firstRange(of: mark).map { self[..<$0.lowerBound] } ?? self
    }

    /// What stands after the first `mark`; `nil` without one.
    fileprivate func text(after mark: String) -> Substring? {
        firstRange(of: mark).map { self[$0.upperBound...] }
    }
}
