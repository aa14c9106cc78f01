import Audio
import FoundationEssentials
import Interview
import Programs
import Storage
import SystemPackage

/// What the machine offers: sound devices, programs, disk, and the files that come with Viva.
enum MachineChecks {
    /// What a minute of recorded answer takes: 16 kHz, 16 bits.
    private static let bytesPerMinute = 16_000 * 2 * 60

    static func run(home: String) async -> [Check] {
        await devices() + [ffmpeg()] + documents() + [questions(), templates(), disk(home)]
    }

    private static func devices() async -> [Check] {
        let remedy = "connect one; until then answer with --answers or --text"
        do {
            let devices = try await Microphone.devices()
            let input = devices.first(where: \.isDefaultInput)
            let output = devices.first(where: \.isDefaultOutput)
            return [
                input.map { .ok("devices", "microphone", $0.name) }
                    ?? .optional("devices", "microphone", "none was found", remedy: remedy),
                output.map { .ok("devices", "speaker", $0.name) }
                    ?? .optional(
                        "devices", "speaker", "none was found",
                        remedy: "questions are still written as WAV files"),
            ]
        } catch {
            return [.optional("devices", "sound system", "\(error)", remedy: remedy)]
        }
    }

    private static func ffmpeg() -> Check {
        if let path = SearchPath.environment.find("ffmpeg") { return .ok("programs", "ffmpeg", path) }
        return .optional(
            "programs", "ffmpeg", "not installed: M4A, WebM and video files cannot be read",
            remedy: "apt-get install ffmpeg")
    }

    /// The programs that read resumes and job descriptions.
    private static func documents() -> [Check] {
        [
            ("pdftotext", "PDF documents cannot be read", "poppler-utils"),
            ("tesseract", "images and scanned PDF documents cannot be read", "tesseract-ocr"),
        ].map { program, loss, package in
            if let path = SearchPath.environment.find(program) { return .ok("programs", program, path) }
            return .optional(
                "programs", program, "not installed: \(loss)", remedy: "apt-get install \(package)")
        }
    }

    private static func questions() -> Check {
        do {
            return .ok(
                "files", "questions",
                "\(try Questions.load().questions.count) in \(try Places.data())")
        } catch {
            return .missing(
                "files", "questions", "\(error)",
                remedy: "mend what it says, or set VIVA_DATA to a folder with whole questions")
        }
    }

    private static func templates() -> Check {
        do {
            let templates = try Questions.templates()
            return .ok(
                "files", "templates",
                "\(templates.skills.count) for skills and \(templates.roles.count) for roles in \(try Places.data())"
            )
        } catch {
            return Questions.hasTemplates
                ? .missing(
                    "files", "templates", "\(error)",
                    remedy: "mend what it says, or set VIVA_DATA to a folder with whole templates")
                : .optional(
                    "files", "templates", "none are there: no questions are made about what the bank lacks",
                    remedy: "set VIVA_DATA to a folder that holds `templates`")
        }
    }

    private static func disk(_ directory: String) -> Check {
        let remedy = "choose another folder with --home or VIVA_HOME"
        let present = present(directory)
        do {
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: present)
            let free = (attributes[.systemFreeSize] as? UInt64) ?? 0
            let detail = "\(Places.short(directory)), \(free >> 30) GB free"
            var isFolder = false
            guard FileManager.default.fileExists(atPath: present, isDirectory: &isFolder), isFolder else {
                return .missing("disk", "interviews", "\(Places.short(present)) is no folder", remedy: remedy)
            }
            guard FileManager.default.isWritableFile(atPath: present) else {
                return .missing("disk", "interviews", detail + ", not writable", remedy: remedy)
            }
            guard free > UInt64(60 * bytesPerMinute) else {
                return .missing(
                    "disk", "interviews", detail + ": less than an hour of answers", remedy: remedy)
            }
            return .ok("disk", "interviews", detail)
        } catch {
            return .missing("disk", "interviews", "\(Places.short(directory)): \(error)", remedy: remedy)
        }
    }

    /// The folder, or the nearest around it that is there: it is made in that when something is kept.
    private static func present(_ directory: String) -> String {
        var path = FilePath(directory)
        while !path.isEmpty, !FileManager.default.fileExists(atPath: path.string) {
            guard path.removeLastComponent() else { break }
        }
        return path.isEmpty ? "." : path.string
    }
}
