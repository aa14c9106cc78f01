import FoundationEssentials
import Logging
import Server
import TestSupport
import Testing
import Web

/// Where the settings of a server come from.
struct SettingsTests {
    @Test func theCommandLineComesBeforeVariablesBeforeFiles() throws {
        let variables = try EnvironmentFile("VIVA_HOST=c\nVIVA_PORT=3\nALLOWED_HOSTS=from.env")
        let file = try SettingsFile(
            "host: d\nport: 4\nidle-seconds: 5\ncors-origins: [http://a, https://b]", path: "f")
        let sources = SettingSources(
            flags: ["host": "a"],
            environment: ["VIVA_HOST": "b", "VIVA_PORT": "2", "VIVA_ALLOWED_HOSTS": ""],
            variables: variables, file: file)
        let settings = try sources.settings()
        #expect(settings.host == "a" && settings.port == 2 && settings.idleSeconds == 5)
        #expect(settings.allowedHosts == ["from.env"])
        #expect(settings.corsOrigins == ["http://a", "https://b"])
        #expect(try SettingSources().settings() == ServerSettings())
    }

    @Test func debugMeansThatAllIsLoggedUnlessALevelIsSaid() throws {
        let debug = try SettingSources(environment: ["DEBUG": "True"]).settings()
        #expect(debug.logLevel == .debug)
        let both = try SettingSources(flags: ["log-level": "error"], environment: ["DEBUG": "1"]).settings()
        #expect(both.logLevel == .error)
    }

    @Test(
        arguments: [
            ("port", "70000", "--port must be a whole number from 0 to 65535."),
            ("port", "x", "--port must be a whole number from 0 to 65535."),
            (
                "host", "http://a",
                "--host must be an address such as 127.0.0.1 or 0.0.0.0, without http:// and port."
            ),
            ("allowed-hosts", "a,http://b", "--allowed-hosts must be names without http:// and port."),
            (
                "cors-origins", "*",
                "--cors-origins must be addresses such as https://app.example.com, without a path."
            ),
            (
                "cors-origins", "https://a/b",
                "--cors-origins must be addresses such as https://app.example.com, without a path."
            ),
            (
                "trusted-proxies", "proxy",
                "--trusted-proxies must be addresses such as 192.0.2.7 or networks such as 172.16.0.0/12."
            ),
            ("log-format", "xml", "--log-format must be text or json."),
            ("metrics-open", "maybe", "--metrics-open must be true or false."),
            ("secret-key", "short", "--secret-key must have 32 characters or more."),
        ])
    func whatCannotBeReadIsTold(_ name: String, _ text: String, _ message: String) {
        let error = #expect(throws: SettingError.self) { try SettingSources(flags: [name: text]).settings() }
        #expect(error?.description == message)
    }

    @Test func errorsOfFilesSayTheLine() throws {
        let variables = try EnvironmentFile("\n\nVIVA_PORT=x", path: ".env")
        let inVariables = #expect(throws: SettingError.self) {
            try SettingSources(variables: variables).settings()
        }
        #expect(inVariables?.description.hasPrefix(".env, line 3: VIVA_PORT must be") == true)
        let inFile = #expect(throws: SettingError.self) {
            try SettingSources(file: SettingsFile("\nport: x", path: "s.yaml")).settings()
        }
        #expect(inFile?.description.hasPrefix("s.yaml, line 2: port must be") == true)
        let unknown = #expect(throws: SettingError.self) { try SettingsFile("prot: 1", path: "s.yaml") }
        #expect(
            unknown?.description.hasPrefix("s.yaml, line 1: prot is no setting; there are host, port") == true
        )
        #expect(throws: SettingError.self) { try SettingsFile("a: [", path: "s.yaml") }
        #expect(throws: SettingError.self) { try SettingsFile("- a", path: "s.yaml") }
        #expect(throws: SettingError.self) { try SettingsFile("port: {a: b}", path: "s.yaml") }
        #expect(try SettingsFile("# nothing", path: "s.yaml").entries.isEmpty)
    }

    @Test func everySettingStandsInTheTableOfTheGuide() throws {
        let guide = try TestFile.text(SourceTree.file("Docs/Server.md"))
        for setting in ServerSetting.all {
            let variables = setting.variables.map { "`\($0)`" }.joined(separator: ", ")
            let row = "| `\(setting.name)` | \(variables) | \(setting.usual) | \(setting.about) |"
            #expect(guide.contains(row), "\(row)")
        }
    }
}
