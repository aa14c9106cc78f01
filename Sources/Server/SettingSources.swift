public import Web

/// Where the settings of a server come from: the command line before the environment, before a file of variables, before a file of
/// settings.
///
/// ```swift
/// let sources = SettingSources(flags: ["port": "8001"], environment: ["VIVA_HOST": "0.0.0.0"])
/// let settings = try sources.settings()
/// ```
public struct SettingSources: Sendable {
    /// By the names of settings, as the command line says them.
    public var flags: [String: String]
    /// The variables of the process.
    public var environment: [String: String]
    /// The variables of a file, and how errors call it.
    public var variables: EnvironmentFile
    /// By the names of settings, as a file says them, and how errors call it.
    public var file: SettingsFile

    /// Sources.
    public init(
        flags: [String: String] = [:], environment: [String: String] = [:],
        variables: EnvironmentFile = EnvironmentFile(), file: SettingsFile = SettingsFile()
    ) {
        self.flags = flags
        self.environment = environment
        self.variables = variables
        self.file = file
    }

    /// The settings.
    ///
    /// - Throws: `SettingError` for the first that cannot be read.
    public func settings() throws(SettingError) -> ServerSettings {
        var settings = ServerSettings()
        for setting in ServerSetting.all {
            guard let (text, place) = text(of: setting) else { continue }
            if let reason = setting.read(text, &settings) {
                throw SettingError(place: place, reason: reason)
            }
        }
        return settings
    }

    /// How lines of the log are to be written as far as it is said here, be it that other settings cannot be read.
    public var logFormat: ServerSettings.LogFormat? {
        guard let setting = ServerSetting.all.first(where: { $0.name == "log-format" }),
            let (text, _) = text(of: setting)
        else { return nil }
        var settings = ServerSettings()
        return setting.read(text, &settings) == nil ? settings.logFormat : nil
    }

    /// What a setting is said to be, and where; a variable without a text says nothing.
    private func text(of setting: ServerSetting) -> (text: String, place: String)? {
        if let text = flags[setting.name] { return (text, "--\(setting.name)") }
        for name in setting.variables {
            if let text = environment[name], !text.isEmpty { return (text, "The variable \(name)") }
        }
        for name in setting.variables {
            if let entry = variables.entries[name], !entry.value.isEmpty {
                return (entry.value, "\(variables.path), line \(entry.line): \(name)")
            }
        }
        if let entry = file.entries[setting.name] {
            return (entry.value, "\(file.path), line \(entry.line): \(setting.name)")
        }
        return nil
    }
}

/// Why a setting cannot be read.
public struct SettingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Which setting, and where it stands.
    public let place: String
    /// What is wrong, as a sentence without its subject.
    public let reason: String

    /// A sentence.
    public var description: String { "\(place) \(reason)." }
}
