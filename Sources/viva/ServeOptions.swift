import ArgumentParser
import FoundationEssentials
import Logging
import Server
import Storage
import Web

#if canImport(Glibc)
    import Glibc
#endif

/// How the server is run, as the command line says it; what it does not say, variables and files do (Docs/Server.md).
struct ServeOptions: ParsableArguments {
    @Option(help: ServeOptions.help("host", "address")) var host: String?
    @Option(help: ServeOptions.help("port", "number")) var port: String?
    @Option(help: ServeOptions.help("allowed-hosts", "names")) var allowedHosts: String?
    @Option(help: ServeOptions.help("cors-origins", "addresses")) var corsOrigins: String?
    @Option(help: ServeOptions.help("trusted-proxies", "addresses")) var trustedProxies: String?
    @Option(help: ServeOptions.help("limit-body-bytes", "number")) var limitBodyBytes: String?
    @Option(help: ServeOptions.help("limit-upload-bytes", "number")) var limitUploadBytes: String?
    @Option(help: ServeOptions.help("limit-recording-seconds", "number")) var limitRecordingSeconds: String?
    @Option(help: ServeOptions.help("workers", "number")) var workers: String?
    @Option(help: ServeOptions.help("limit-jobs", "number")) var limitJobs: String?
    @Option(help: ServeOptions.help("limit-header-bytes", "number")) var limitHeaderBytes: String?
    @Option(help: ServeOptions.help("limit-connections", "number")) var limitConnections: String?
    @Option(help: ServeOptions.help("requests-per-minute", "number")) var requestsPerMinute: String?
    @Option(help: ServeOptions.help("head-seconds", "number")) var headSeconds: String?
    @Option(help: ServeOptions.help("idle-seconds", "number")) var idleSeconds: String?
    @Option(help: ServeOptions.help("shutdown-seconds", "number")) var shutdownSeconds: String?
    @Option(help: ServeOptions.help("live-streams", "number")) var liveStreams: String?
    @Option(help: ServeOptions.help("live-reconnect-seconds", "number")) var liveReconnectSeconds: String?
    @Option(help: ServeOptions.help("metrics-open", "true|false")) var metricsOpen: String?
    @Option(help: ServeOptions.help("log-format", "text|json")) var logFormat: String?
    @Option(help: ServeOptions.help("log-level", "level")) var logLevel: String?
    @Option(help: ServeOptions.help("registration", "who")) var registration: String?
    @Option(help: ServeOptions.help("account-requests-per-minute", "number"))
    var accountRequestsPerMinute: String?
    @Option(help: ServeOptions.help("access-seconds", "number")) var accessSeconds: String?
    @Option(help: ServeOptions.help("refresh-days", "number")) var refreshDays: String?
    @Option(
        help: ArgumentHelp(
            "A file of variables; without it, .env in this folder when it is there.", valueName: "file"),
        completion: .file())
    var envFile: String?
    @Option(help: ArgumentHelp("A file of settings in YAML.", valueName: "file"), completion: .file())
    var config: String?

    private static func help(_ name: String, _ value: String) -> ArgumentHelp {
        let setting = ServerSetting.all.first { $0.name == name }
        let usual = setting.map { " (\($0.usual))" } ?? ""
        return ArgumentHelp("\(setting?.about ?? "")\(usual)", valueName: value)
    }

    /// What the command line says, by the names of settings.
    private var flags: [String: String] {
        [
            "host": host, "port": port, "allowed-hosts": allowedHosts, "cors-origins": corsOrigins,
            "trusted-proxies": trustedProxies, "limit-body-bytes": limitBodyBytes,
            "limit-upload-bytes": limitUploadBytes,
            "limit-recording-seconds": limitRecordingSeconds, "workers": workers, "limit-jobs": limitJobs,
            "limit-header-bytes": limitHeaderBytes, "limit-connections": limitConnections,
            "requests-per-minute": requestsPerMinute, "head-seconds": headSeconds,
            "idle-seconds": idleSeconds, "shutdown-seconds": shutdownSeconds, "live-streams": liveStreams,
            "live-reconnect-seconds": liveReconnectSeconds, "metrics-open": metricsOpen,
            "log-format": logFormat, "log-level": logLevel, "registration": registration,
            "account-requests-per-minute": accountRequestsPerMinute, "access-seconds": accessSeconds,
            "refresh-days": refreshDays,
        ].compactMapValues { $0 }
    }

    /// Reads the files, and puts the variables of `.env` into the environment where it has not their names, so that whatever reads a key
    /// finds it. Where the log is for programs, all that is said from here on is an event of it, also of settings that cannot be read.
    func settings() throws -> ServerSettings {
        var sources = SettingSources(flags: flags, environment: Places.environment)
        Self.turnMessages(as: sources)
        if let config {
            let text = try Self.text(of: config, "settings")
            do throws(SettingError) { sources.file = try SettingsFile(text, path: config) } catch {
                throw CommandFailure(.badInput, error.description)
            }
            Self.turnMessages(as: sources)
        }
        if let path = envFile ?? (access(".env", F_OK) == 0 ? ".env" : nil) {
            let text = try Self.text(of: path, "variables")
            do throws(EnvironmentFile.Fault) {
                sources.variables = try EnvironmentFile(text, path: path)
            } catch {
                throw CommandFailure(.badInput, "Reading variables from \(path), \(error)")
            }
            for (name, entry) in sources.variables.entries { setenv(name, entry.value, 0) }
            Self.turnMessages(as: sources)
        }
        do throws(SettingError) { return try sources.settings() } catch {
            throw CommandFailure(.usage, error.description)
        }
    }

    /// Says what is said as the sources want the log, as far as they are known.
    private static func turnMessages(as sources: SettingSources) {
        guard sources.logFormat == .json else { return }
        Terminal.turnMessages(into: logger(.json, ServerSettings().logLevel))
    }

    /// The log of the server on standard error.
    static func logger(_ format: ServerSettings.LogFormat, _ level: Logger.Level) -> Logger {
        Logger(label: "viva") { LogLines(label: $0, format: format, level: level) }
    }

    private static func text(of path: String, _ kind: String) throws(CommandFailure) -> String {
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(filePath: path)) } catch {
            throw CommandFailure(
                .noInput, "Reading \(kind) from \(path) failed: \(StorageError.systemReason(error)).")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.badInput, "Reading \(kind) from \(path) failed: it is not UTF-8.")
        }
        return text
    }
}
