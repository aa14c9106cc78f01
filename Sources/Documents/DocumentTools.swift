internal import Programs

/// The programs that read one document, with what is left of its limits.
struct DocumentTools: Sendable {
    /// A program, and the Debian package that holds it.
    enum Tool: String, Sendable {
        case pdfInfo = "pdfinfo"
        case pdfToText = "pdftotext"
        case pdfToPicture = "pdftoppm"
        case tesseract
        case limiter = "prlimit"

        var package: String {
            switch self {
            case .pdfInfo, .pdfToText, .pdfToPicture: "poppler-utils"
            case .tesseract: "tesseract-ocr"
            case .limiter: "util-linux"
            }
        }

        var purpose: String {
            switch self {
            case .pdfInfo, .pdfToText: "reads PDF documents"
            case .pdfToPicture: "makes pictures of PDF pages without text"
            case .tesseract: "reads the text of pictures"
            case .limiter: "limits what other programs take"
            }
        }
    }

    /// What errors call the document.
    let name: String
    let limits: DocumentLimits
    let programs: SearchPath
    let languages: [String]
    private let deadline: ContinuousClock.Instant

    init(name: String, limits: DocumentLimits, programs: SearchPath, languages: [String]) {
        self.name = name
        self.limits = limits
        self.programs = programs
        self.languages = languages
        deadline = ContinuousClock.now + .seconds(limits.wallSeconds)
    }

    /// Where a program is.
    ///
    /// - Throws: `DocumentError.programMissing`.
    func path(of tool: Tool) throws(DocumentError) -> String {
        guard let path = programs.find(tool.rawValue) else {
            throw .programMissing(
                path: name, program: tool.rawValue, package: tool.package, purpose: tool.purpose)
        }
        return path
    }

    /// A folder with a copy of the document, named so that no program takes it for an option.
    ///
    /// - Throws: `DocumentError.noPlace`.
    func folder() throws(DocumentError) -> PrivateFolder {
        do throws(ProgramFailure) {
            return try PrivateFolder.create(for: "a copy of the document")
        } catch {
            throw failure(error, of: .limiter)
        }
    }

    /// Writes a file into a folder.
    ///
    /// - Throws: `DocumentError.noPlace`.
    func write(_ bytes: [UInt8], as file: String, in folder: borrowing PrivateFolder) throws(DocumentError) {
        do throws(ProgramFailure) {
            _ = try folder.write(bytes, name: file)
        } catch {
            throw failure(error, of: .limiter)
        }
    }

    /// Runs a program in a folder, in what is left of the time.
    ///
    /// - Throws: `DocumentError.programMissing`, `outOfLimits`, `programFailed`, `cancelled`; a program that ends with
    ///   another status than 0 is handed to `refusal`, which may know a better error.
    func run(
        _ tool: Tool, _ arguments: [String], in folder: String,
        refusal: (_ messages: String) -> DocumentError? = { _ in nil }
    ) async throws(DocumentError) -> ProgramOutput {
        let program = try path(of: tool)
        let limiter = try path(of: .limiter)
        let left = deadline - ContinuousClock.now
        guard left > .zero else { throw timeIsOver(tool) }
        let run = ProgramRun(
            program: program, arguments: arguments,
            // One thread: more take more processor time for the same.
            environment: ["LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "HOME": folder, "TMPDIR": folder],
            workingFolder: folder, timeLimit: left, limitOutputBytes: 4 * limits.characters + 65_536
        ).limited(
            to: ProgramLimits(
                cpuSeconds: limits.cpuSeconds, memoryBytes: limits.memoryBytes, fileBytes: limits.fileBytes),
            by: limiter)
        do throws(ProgramFailure) {
            return try await run.output()
        } catch {
            if case .exited(_, let messages) = error, let better = refusal(messages) { throw better }
            throw failure(error, of: tool)
        }
    }

    private func timeIsOver(_ tool: Tool) -> DocumentError {
        .outOfLimits(
            path: name, program: tool.rawValue,
            limit: "after \(limits.wallSeconds) s, the most that a document may take")
    }

    private func failure(_ failure: ProgramFailure, of tool: Tool) -> DocumentError {
        switch failure {
        case .noPlace(let reason): .noPlace(reason: reason)
        case .cancelled: .cancelled
        case .endless: timeIsOver(tool)
        case .flooded: .tooMuchText(path: name, limitCharacters: limits.characters)
        case .signaled(24, _), .signaled(9, _):
            .outOfLimits(
                path: name, program: tool.rawValue,
                limit: "after \(limits.cpuSeconds) s of processor time, or for lack of memory")
        case .signaled(25, _):
            .outOfLimits(
                path: name, program: tool.rawValue,
                limit: "because it wrote more than \(limits.fileBytes) bytes")
        case .exited(_, let messages), .signaled(_, let messages):
            Self.lacksMemory(messages)
                ? .outOfLimits(
                    path: name, program: tool.rawValue,
                    limit: "because it needs more than \(limits.memoryBytes >> 20) MiB of memory")
                : .programFailed(path: name, program: tool.rawValue, reason: Self.said(messages, failure))
        case .notStarted(let reason):
            .programFailed(path: name, program: tool.rawValue, reason: "cannot be started (\(reason))")
        case .unreadable(let reason):
            .programFailed(
                path: name, program: tool.rawValue, reason: "printed what cannot be read (\(reason))")
        }
    }

    private static func lacksMemory(_ messages: String) -> Bool {
        ["Out of memory", "bad_alloc", "out of memory", "Bogus memory allocation"].contains {
            messages.contains($0)
        }
    }

    private static func said(_ messages: String, _ failure: ProgramFailure) -> String {
        let said = excerpt(messages)
        if case .signaled(let signal, _) = failure {
            return "was ended by signal \(signal)" + (said.isEmpty ? "" : " (\(said))")
        }
        return said.isEmpty ? "gave no reason" : "says: \(said)"
    }

    /// The last line of some messages, cut to what a person reads.
    static func excerpt(_ messages: String) -> String {
        let line = messages.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let text = PlainText.tidied(String(line.prefix(200)))
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
