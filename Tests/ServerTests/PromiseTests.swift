import Foundation
import HTTPTypes
import ServerTestSupport
import Speech
import Testing

/// Every request that the interfaces promise is answered as they promise, field by field, on this machine alone and with an account.
@Suite struct PromiseTests {
    @Test(arguments: ["practice", "interviews"], Promises.Mode.allCases)
    func everyRequestIsAnsweredAsPromised(name: String, mode: Promises.Mode) async throws {
        let promises = try Promises(named: name)
        try await SeededServer.run(mode) { server in
            var kept: [String: JSONValue] = [:]
            // Without accounts a token is not looked at, so the examples of a client with one work.
            var token = "TOKEN"
            if mode == .account {
                let reply = try await Self.login(server)
                #expect(reply.status == 200)
                token = try #require(reply.json?["access"]?.string)
                kept["account"] = reply.json?["user"]?["id"]
            }
            for step in promises.steps where step.only == nil || step.only == mode {
                let reply = try await Self.send(step, kept, token, to: server)
                #expect(reply.status == step.status, "\(step.name): \(reply.text)")
                guard reply.status == step.status else { continue }
                let json = try #require(reply.json, "\(step.name)")
                let faults = step.reply.map { promises.faults(in: json, of: $0) } ?? []
                #expect(faults.isEmpty, "\(step.name): \(faults.joined(separator: "; "))")
                for (place, value) in step.values ?? [:] {
                    #expect(json.value(at: place) == value.filled(with: kept), "\(step.name): \(place)")
                }
                for (name, place) in step.keep ?? [:] { kept[name] = json.value(at: place) }
            }
        }
    }

    @Test func withoutAccountsNobodySignsIn() async throws {
        try await SeededServer.run(.local) { server in
            let reply = try await Self.login(server)
            #expect(reply.status == 409)
            #expect(reply.detail?.contains("no accounts") == true)
        }
    }

    @Test func whatIsShownOfAnInterviewAgreesEverywhere() async throws {
        try await SeededServer.run(.local) { server in
            func get(_ path: String) async throws -> JSONValue {
                try #require(try await server.send(.get, "/api/v1/" + path).json)
            }
            let all = try await get("interviews/?status=completed&page_size=100")["results"]?.elements ?? []
            #expect(all.count == 4)
            for item in all {
                let number = Int(try #require(item["id"]?.number))
                let results = try await get("interviews/\(number)/results/")
                let scores = (results["responses"]?.elements ?? []).compactMap { $0["score"]?.number }
                let total = try #require(results["total_score"]?.number)
                #expect(abs(scores.reduce(0, +) - total) < 0.001, "\(number)")
                let share = total / (results["max_score"]?.number ?? 1) * 100
                #expect(abs((results["percentage"]?.number ?? 0) - share) < 0.01, "\(number)")
                #expect(item["percentage"] == results["percentage"])
                let details = try await get("interview/\(number)")
                for answer in details["questions_and_answers"]?.elements ?? [] {
                    let overall = try #require(answer["scores"]?["overall"]?.number)
                    let mood = overall >= 70 ? "positive" : overall >= 45 ? "neutral" : "negative"
                    #expect(answer["sentiment"]?.string == mood, "\(number): \(overall)")
                }
            }
            for item in try await get("interview/sessions?session_status=completed")["sessions"]?.elements
                ?? []
            {
                let number = Int(try #require(item["id"]?.number))
                let means = try #require(try await get("interview/\(number)")["average_scores"])
                for (side, rating) in [
                    ("technical_accuracy", "technical_rating"), ("communication", "communication_rating"),
                ] {
                    let mean = try #require(means[side]?.number)
                    let stars = mean >= 90 ? 5 : mean >= 80 ? 4 : mean >= 70 ? 3 : mean >= 60 ? 2 : 1
                    #expect(item[rating]?.number == Double(stars), "\(number): \(side) \(mean)")
                }
            }
        }
    }

    private static func login(_ server: TestServer) async throws -> TestReply {
        try await server.send(
            .post, "/api/v1/auth/login/",
            body: """
                {"username": "\(SeededServer.login.name)", "password": "\(SeededServer.login.password)"}
                """)
    }

    private static func send(
        _ step: Promises.Step, _ kept: [String: JSONValue], _ token: String, to server: TestServer
    ) async throws -> TestReply {
        var path = step.path
        for (name, value) in kept {
            let text = value.string ?? value.number.map { "\(Int($0))" } ?? ""
            path = path.replacing("{\(name)}", with: text)
        }
        let body = try step.body.map {
            String(decoding: try JSONEncoder().encode($0.filled(with: kept)), as: UTF8.self)
        }
        let method = try #require(HTTPRequest.Method(rawValue: step.method))
        return try await server.send(method, path, headers: ["Authorization": "Bearer \(token)"], body: body)
    }
}
