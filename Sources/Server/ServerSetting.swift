import Accounts
import Logging
import Web

/// A setting as people write it: its names, what it says, and how its text is read.
public struct ServerSetting: Sendable {
    /// Its name: `--name` on the command line, `name:` in a file of settings.
    public let name: String
    /// The variables that say it, the first of them that is there.
    public let variables: [String]
    /// What it says, for people.
    public let about: String
    /// What it is unless it is said, as it would be written.
    public let usual: String
    /// Reads it; returns what is wrong with the text, as a sentence without its subject.
    let read: @Sendable (String, inout ServerSettings) -> String?

    private init(
        _ name: String, _ about: String, variables: [String]? = nil, usual: String,
        _ read: @escaping @Sendable (String, inout ServerSettings) -> String?
    ) {
        self.name = name
        self.about = about
        self.variables =
            variables ?? ["VIVA_" + name.uppercased().split(separator: "-").joined(separator: "_")]
        self.usual = usual
        self.read = read
    }

    private static func number(
        _ name: String, _ about: String, _ range: ClosedRange<Int>,
        _ field: any WritableKeyPath<ServerSettings, Int> & Sendable
    ) -> ServerSetting {
        ServerSetting(name, about, usual: "\(ServerSettings()[keyPath: field])") { text, settings in
            guard let number = Int(text), range.contains(number) else {
                return "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            }
            settings[keyPath: field] = number
            return nil
        }
    }

    private static func list(
        _ name: String, _ about: String, variables: [String]? = nil,
        _ field: any WritableKeyPath<ServerSettings, [String]> & Sendable,
        fault: @escaping @Sendable (String) -> String?
    ) -> ServerSetting {
        ServerSetting(name, about, variables: variables, usual: "none") { text, settings in
            let parts = text.split { $0 == "," || $0 == " " }.map { String($0).lowercased() }
            for part in parts { if let fault = fault(part) { return fault } }
            settings[keyPath: field] = parts
            return nil
        }
    }

    /// Every setting, in the order in which they are told.
    public static let all: [ServerSetting] = [
        ServerSetting("host", "The address to listen at.", usual: ServerSettings().host) { text, settings in
            settings.host = text
            return text.contains { $0.isWhitespace || $0 == "/" }
                ? "must be an address such as 127.0.0.1 or 0.0.0.0, without http:// and port" : nil
        },
        number("port", "The port; 0 for one that is free.", 0...65535, \.port),
        list(
            "allowed-hosts",
            "Names under which it may be asked beside this machine's own, with commas between; .example.com for all names under example.com, * for every name.",
            variables: ["VIVA_ALLOWED_HOSTS", "ALLOWED_HOSTS"], \.allowedHosts
        ) { name in
            name.contains("/") || name.contains(":") ? "must be names without http:// and port" : nil
        },
        list(
            "cors-origins",
            "Web pages of which addresses may use it, with commas between, such as https://app.example.com.",
            \.corsOrigins
        ) { origin in
            let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
            return ["http:", "https:"].contains(parts[0]) && parts.count == 3 && !parts[2].isEmpty
                ? nil : "must be addresses such as https://app.example.com, without a path"
        },
        list(
            "trusted-proxies",
            "Proxies beside those on this machine that are believed when they say in X-Forwarded-For for whom they ask, with commas between: addresses such as 192.0.2.7, networks such as 172.16.0.0/12.",
            \.trustedProxies
        ) {
            ProxyRule.isAddress($0)
                ? nil : "must be addresses such as 192.0.2.7 or networks such as 172.16.0.0/12"
        },
        number(
            "limit-body-bytes", "How many bytes a body of JSON may have.", 1024...(64 << 20),
            \.limitBodyBytes),
        number(
            "limit-upload-bytes", "How many bytes an upload may have.", 1024...(1 << 32), \.limitUploadBytes),
        number(
            "limit-recording-seconds", "How long a recording of an answer may be, in seconds.", 1...36_000,
            \.limitRecordingSeconds),
        number(
            "workers",
            "How many recordings are heard at once, each in a process of its own that takes about 100 MB.",
            1...64,
            \.workers),
        number(
            "limit-jobs", "How many recordings may wait to be heard before new ones are refused.",
            1...100_000,
            \.limitJobs),
        number(
            "limit-header-bytes", "How many bytes the headers of a request may have together.",
            1024...(1 << 20), \.limitHeaderBytes),
        number(
            "limit-connections", "How many connections there may be at once.", 1...65535, \.limitConnections),
        number(
            "requests-per-minute",
            "How many requests an address may send in a minute; 0 for any number. This machine is not counted.",
            0...1_000_000, \.requestsPerMinute),
        number(
            "head-seconds", "Within how many seconds the whole head of a request must come.", 1...600,
            \.headSeconds),
        number(
            "idle-seconds", "After how many seconds without a byte a connection is closed.", 1...3600,
            \.idleSeconds),
        number(
            "shutdown-seconds",
            "How many seconds requests that are being answered have when the server is asked to end.",
            1...3600, \.shutdownSeconds),
        number(
            "live-streams",
            "How many people may speak live at once; 0 for as many as the processors can hear.", 0...1000,
            \.liveStreams),
        number(
            "live-reconnect-seconds",
            "For how many seconds a live answer waits for a client whose connection broke off.", 1...3600,
            \.liveReconnectSeconds),
        ServerSetting(
            "metrics-open", "Whether others than this machine may read the metrics.", usual: "false"
        ) {
            text, settings in
            guard let isOn = truth(text) else { return "must be true or false" }
            settings.metricsAreOpen = isOn
            return nil
        },
        ServerSetting("log-format", "How lines of the log are written: text or json.", usual: "text") {
            text, settings in
            guard let format = ServerSettings.LogFormat(rawValue: text) else { return "must be text or json" }
            settings.logFormat = format
            return nil
        },
        ServerSetting(
            "debug", "Whether everything is logged, as with the log level debug.", variables: ["DEBUG"],
            usual: "false"
        ) { text, settings in
            guard let isOn = truth(text) else { return "must be true or false" }
            if isOn { settings.logLevel = .debug }
            return nil
        },
        ServerSetting(
            "log-level",
            "From which level on something is logged: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).",
            usual: "info"
        ) { text, settings in
            guard let level = Logger.Level(rawValue: text) else {
                return "must be one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))"
            }
            settings.logLevel = level
            return nil
        },
        ServerSetting(
            "secret-key",
            "What tokens are signed with, 32 characters or more; without it, a key that the server makes and keeps itself.",
            variables: ["VIVA_SECRET_KEY", "SECRET_KEY"], usual: "none"
        ) { text, settings in
            guard text.utf8.count >= 32 else { return "must have 32 characters or more" }
            settings.secretKey = text
            return nil
        },
        ServerSetting(
            "registration", "Who may make an account: closed, invitation or open.",
            usual: ServerSettings().accounts.registration.rawValue
        ) { text, settings in
            guard let registration = AccountSettings.Registration(rawValue: text) else {
                return "must be closed, invitation or open"
            }
            settings.accounts.registration = registration
            return nil
        },
        number(
            "account-requests-per-minute",
            "How many requests an account may send in a minute; 0 for any number.", 0...1_000_000,
            \.accounts.requestsPerMinute),
        number(
            "access-seconds", "How long an access token is good, in seconds.", 60...86_400,
            \.accounts.accessSeconds),
        number(
            "refresh-days", "How long a refresh token is good, in days.", 1...365, \.accounts.refreshDays),
    ]

    private static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "1", "yes", "on": true
        case "false", "0", "no", "off": false
        default: nil
        }
    }
}
