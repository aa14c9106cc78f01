import Foundation
import HTTPClient
import Testing

@testable import Chat

@Suite struct ChatConfigurationTests {
    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    private func fault(
        _ address: String, environment: [String: String] = [:],
        change: (inout ChatConfiguration) -> Void = { _ in }
    ) throws -> String? {
        var configuration = ChatConfiguration(baseURL: try #require(URL(string: address)), model: "m")
        change(&configuration)
        do throws(ChatError) {
            _ = try ChatModel(configuration, transport: transport, environment: environment)
            return nil
        } catch { return "\(error)" }
    }

    @Test(arguments: [
        ("http://example.org/v1", "not encrypted"), ("ftp://example.org/v1", "base address"),
        ("example.org", "base address"), ("https://user:geheim@example.org/v1", "user name"),
        ("http://10.0.0.1:8000/v1?key=geheim", "not encrypted"),
    ])
    func anAddressThatWouldGiveAnswersAwayIsRefused(address: String, part: String) throws {
        let fault = try #require(try fault(address))
        #expect(fault.contains(part) && !fault.contains("geheim"), "\(fault)")
    }

    @Test(arguments: [
        "https://example.org/v1", "http://localhost:11434/v1", "http://127.0.0.1/v1", "http://[::1]/v1",
    ])
    func encryptedAndLocalAddressesAreTaken(address: String) throws {
        #expect(try fault(address) == nil)
        #expect(try fault("http://10.0.0.1/v1") { $0.carriage = .plainAllowed } == nil)
    }

    @Test func whatCannotBeAskedIsRefused() throws {
        let address = "https://example.org/v1"
        #expect(try fault(address) { $0.model = "" }?.contains("no model") == true)
        #expect(try fault(address) { $0.requestsPerMinute = 0 }?.contains("no request") == true)
        #expect(try fault(address) { $0.temperature = .nan }?.contains("temperature") == true)
        #expect(try fault(address) { $0.maxTokens = 0 }?.contains("no token") == true)
        let key = try #require(try fault(address, environment: ["OPENAI_API_KEY": "geheim\r\nX: y"]))
        #expect(key.contains("OPENAI_API_KEY") && !key.contains("geheim"))
    }
}
