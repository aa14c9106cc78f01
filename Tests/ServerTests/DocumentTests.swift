import FoundationEssentials
import HTTPTypes
import Interview
import Server
import ServerTestSupport
import Speech
import Subprocess
import TestSupport
import Testing
import Web

/// The document of the interface has what can be asked for, once and under one name.
struct DocumentTests {
    @Test func everyRouteStandsInTheDocumentOnce() async throws {
        try await withServer { server in
            let operations = server.server.endpoints.map(\.operation)
            let routes = operations.map { "\($0.method) \($0.path.split(separator: "/"))" }
            #expect(Set(routes).count == routes.count)
            let names = operations.map(\.name)
            #expect(Set(names).count == names.count)
            #expect(names.allSatisfy { !$0.contains(" ") })
            #expect(server.server.document.ambiguousNames == [])

            let reply = try await server.send(.get, "/openapi.json")
            guard case .object(let paths)? = reply.json?["paths"] else {
                Issue.record("there are no paths")
                return
            }
            let told = paths.flatMap { path, methods -> [String] in
                guard case .object(let methods) = methods else { return [] }
                return methods.keys.map { "\($0.uppercased()) \(path.split(separator: "/"))" }
            }
            #expect(told.sorted() == routes.sorted())
        }
    }

    @Test func tokensAreAskedForWhereThereAreAccounts() async throws {
        try await AccountServer.run(allowsSingleUser: true) { server in
            func security() async throws -> JSONValue? {
                try await server.send(.get, "/openapi.json")["paths"]?["/api/v1/interviews/"]?["get"]?[
                    "security"]
            }
            #expect(try await security() == nil)
            try await server.add("ann", role: .admin)
            #expect(try await security() == [["token": []]])
        }
    }

    @Test func everyPartOfAPathIsTold() async throws {
        try await withServer { server in
            for operation in server.server.endpoints.map(\.operation) {
                let parts = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }
                let told = operation.parameters.filter { $0.place == .path }.map { "{\($0.field.name)}" }
                #expect(parts.map { String($0) } == told, "\(operation.path)")
            }
        }
    }

    @Test(.enabled("openapi-spec-validator is not installed", { await hasValidator() }))
    func aValidatorTakesTheDocument() async throws {
        let folder = try TestFolder()
        let text = try await withServer { try await $0.send(.get, "/openapi.json").text }
        try TestFile.write(text, to: folder.file("openapi.json"))
        let result = try await Subprocess.run(
            .name("python3"), arguments: ["-m", "openapi_spec_validator", folder.file("openapi.json")],
            output: .string(limit: 100_000), error: .string(limit: 100_000))
        #expect(result.terminationStatus.isSuccess, "\(result.standardOutput) \(result.standardError)")
    }

    /// Whether the Python package openapi-spec-validator is installed.
    private static func hasValidator() async -> Bool {
        let result = try? await Subprocess.run(
            .name("python3"), arguments: ["-c", "import openapi_spec_validator"], output: .discarded,
            error: .discarded)
        return result?.terminationStatus.isSuccess == true
    }
}
