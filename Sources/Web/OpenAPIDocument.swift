/// The description of an interface as OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0.
public struct OpenAPIDocument: Sendable {
    /// The name of the interface.
    public let title: String
    /// Its version.
    public let version: String
    /// What it is for.
    public let about: String
    /// What can be asked of it.
    public let operations: [Operation]
    /// Whether there is anybody to sign in: where nobody can, no operation asks for a token.
    public let asksForTokens: Bool

    /// A description.
    public init(
        title: String, version: String, about: String, operations: [Operation], asksForTokens: Bool = true
    ) {
        self.asksForTokens = asksForTokens
        self.title = title
        self.version = version
        self.about = about
        self.operations = operations
    }

    /// The document. Objects stand under their names in `components`, each once.
    public var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("openapi") { $0.write("3.1.0") }
            writer.field("info") { writer in
                writer.object { writer in
                    writer.field("title") { $0.write(title) }
                    writer.field("version") { $0.write(version) }
                    writer.field("description") { $0.write(about) }
                }
            }
            writer.field("paths") { writer in
                writer.object { writer in
                    for path in paths {
                        writer.field(path) { writer in
                            writer.object { writer in
                                for operation in operations where operation.path == path {
                                    writer.field(operation.method.lowercased()) {
                                        operation.write(to: &$0, asksForTokens: asksForTokens)
                                    }
                                }
                            }
                        }
                    }
                }
            }
            writer.field("components") { writeComponents(to: &$0) }
        }
        return writer.text
    }

    /// The paths, in the order in which they were given.
    private var paths: [String] {
        var seen: Set<String> = []
        return operations.map(\.path).filter { seen.insert($0).inserted }
    }

    private func writeComponents(to writer: inout JSONWriter) {
        let objects = operations.flatMap(\.schemas).flatMap(\.objects)
        let named = Dictionary(objects.map { ($0.name, $0) }) { first, _ in first }
        writer.object { writer in
            writer.field("schemas") { writer in
                writer.object { writer in
                    for (name, object) in named.sorted(by: { $0.key < $1.key }) {
                        writer.field(name) { object.write(to: &$0) }
                    }
                }
            }
            writer.field("securitySchemes") { writer in
                writer.object { writer in
                    writer.field(Operation.securityScheme) { writer in
                        writer.object { writer in
                            writer.field("type") { $0.write("http") }
                            writer.field("scheme") { $0.write("bearer") }
                            writer.field("bearerFormat") { $0.write("JWT") }
                        }
                    }
                }
            }
        }
    }
}

extension OpenAPIDocument {
    /// Names of objects that stand for two different ones; a document must have none.
    public var ambiguousNames: [String] {
        let objects = Set(operations.flatMap(\.schemas).flatMap(\.objects))
        return Dictionary(grouping: objects, by: \.name).filter { $1.count > 1 }.keys.sorted()
    }
}

extension Operation {
    /// The name under which a token stands in the document.
    static let securityScheme = "token"

    /// Every schema it has.
    var schemas: [JSONSchema] {
        parameters.map(\.field.schema) + bodies.map(\.schema) + replies.flatMap { $0.bodies.map(\.schema) }
    }

    fileprivate func write(to writer: inout JSONWriter, asksForTokens: Bool) {
        writer.object { writer in
            writer.field("tags") { $0.list([tag]) { $1.write($0) } }
            writer.field("summary") { $0.write(summary) }
            writer.field("operationId") { $0.write(name) }
            if needsAccount, asksForTokens {
                writer.field("security") { writer in
                    writer.list([Self.securityScheme]) { name, writer in
                        writer.object { $0.field(name) { $0.list([String]()) { $1.write($0) } } }
                    }
                }
            }
            if !parameters.isEmpty {
                writer.field("parameters") { $0.list(parameters) { $0.write(to: &$1) } }
            }
            if !bodies.isEmpty {
                writer.field("requestBody") { writer in
                    writer.object { writer in
                        writer.field("required") { $0.write(true) }
                        writer.field("content") { Self.write(bodies, to: &$0) }
                    }
                }
            }
            writer.field("responses") { writer in
                writer.object { writer in
                    for reply in replies {
                        writer.field("\(reply.status)") { writer in
                            writer.object { writer in
                                writer.field("description") { $0.write(reply.about) }
                                if !reply.bodies.isEmpty {
                                    writer.field("content") { Self.write(reply.bodies, to: &$0) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ bodies: [Body], to writer: inout JSONWriter) {
        writer.object { writer in
            for body in bodies {
                writer.field(body.mediaType) { writer in
                    writer.object { $0.field("schema") { body.schema.write(to: &$0) } }
                }
            }
        }
    }
}

extension Operation.Parameter {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name") { $0.write(field.name) }
            writer.field("in") { $0.write(place.rawValue) }
            writer.field("required") { $0.write(field.isRequired || place == .path) }
            writer.field("description") { $0.write(field.about) }
            writer.field("schema") { field.schema.write(to: &$0) }
        }
    }
}
