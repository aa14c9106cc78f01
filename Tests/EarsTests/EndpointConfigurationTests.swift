import Foundation
import HTTPClient
import Speech
import Testing

@testable import Recognition

@Suite struct EndpointConfigurationTests {
    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    @Test(arguments: [
        ("http://example.org/v1", "not encrypted"), ("ftp://example.org/v1", "base address"),
        ("example.org", "base address"),
        ("https://user:geheim@example.org/v1", "user name"),
        ("http://10.0.0.1:8000/v1?key=geheim", "not encrypted"),
    ])
    func aConfigurationThatWouldGiveSpeechAwayIsRefused(address: String, part: String) throws {
        let url = try #require(URL(string: address))
        do throws(RecognitionError) {
            _ = try EndpointRecognizer(
                EndpointConfiguration(baseURL: url, model: "m"), transport: transport, environment: [:])
            Issue.record("\(address) was taken")
        } catch {
            #expect("\(error)".contains(part) && !"\(error)".contains("geheim"), "\(error)")
        }
    }

    @Test(arguments: [
        "https://example.org/v1", "http://localhost:8000/v1", "http://127.0.0.1/v1", "http://[::1]/v1",
    ])
    func encryptedAndLocalEndpointsAreTaken(address: String) throws {
        let url = try #require(URL(string: address))
        _ = try EndpointRecognizer(
            EndpointConfiguration(baseURL: url, model: "m"), transport: transport, environment: [:])
        let plain = try #require(URL(string: "http://10.0.0.1/v1"))
        _ = try EndpointRecognizer(
            EndpointConfiguration(baseURL: plain, model: "m", carriage: .plainAllowed), transport: transport,
            environment: [:])
    }

    @Test func aKeyThatIsNoneIsRefusedUnseen() throws {
        let url = try #require(URL(string: "https://example.org/v1"))
        for key in ["a b", "geheim\r\nX: y", "schlüssel"] {
            do throws(RecognitionError) {
                _ = try EndpointRecognizer(
                    EndpointConfiguration(baseURL: url, model: "m"), transport: transport,
                    environment: ["OPENAI_API_KEY": key])
                Issue.record("it was taken")
            } catch {
                #expect("\(error)".contains("OPENAI_API_KEY") && !"\(error)".contains(key))
            }
        }
    }

    @Test(arguments: [
        ("https://a.org/v1", "https://a.org/v1/audio/transcriptions"),
        ("https://a.org/v1/", "https://a.org/v1/audio/transcriptions"),
        ("https://a.org", "https://a.org/audio/transcriptions"),
        ("https://a.org/x/audio/transcriptions", "https://a.org/x/audio/transcriptions"),
        ("https://a.org/v1?api-version=2", "https://a.org/v1/audio/transcriptions?api-version=2"),
    ])
    func theAddressIsMadeOfTheBase(base: String, whole: String) throws {
        let configuration = EndpointConfiguration(baseURL: try #require(URL(string: base)), model: "m")
        #expect(configuration.url.absoluteString == whole)
    }
}
