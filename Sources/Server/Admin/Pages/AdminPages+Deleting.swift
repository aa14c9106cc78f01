import FoundationEssentials
import HTTPTypes
import Hummingbird
import Records
import Service
import Web

extension AdminPages {
    /// Deleting one: first a page that says what goes with it.
    func delete(_ resource: AdminResource, _ name: RecordName, _ visit: Visit) async throws -> Response {
        guard let delete = resource.delete else { throw Self.nothing }
        let item = try await item(resource, name, visit.caller)
        var fault: (text: String, status: HTTPResponse.Status)?
        if visit.form != nil {
            do {
                try await delete(name, visit.caller)
                return go(to: "/admin/\(resource.name)/", done: "deleted")
            } catch {
                let refusal = RefusalMiddleware.refusal(error)
                guard [.conflict, .serviceUnavailable].contains(refusal.status) else { throw error }
                fault = (refusal.detail, refusal.status)
            }
        }
        let here = "/admin/\(resource.name)/\(name)/"
        return confirmation(
            "Delete \(item.label)?", resource, [item], action: here + "delete/",
            back: item.isReadable ? here : "/admin/\(resource.name)/", fault: fault?.text,
            status: fault?.status ?? .ok, visit)
    }

    /// Deleting several: first a page that says what goes with each.
    func deleteSeveral(_ resource: AdminResource, _ visit: Visit) async throws -> Response {
        guard let delete = resource.delete else { throw Self.nothing }
        let texts = visit.form?.all("id") ?? visit.query.filter { $0.name == "id" }.map(\.value)
        let names = try texts.prefix(PageRequest.limit).map { text throws(APIError) in
            guard RecordName.isName(text) else { throw Self.nothing }
            return RecordName(text)
        }
        let back = "/admin/\(resource.name)/"
        guard !names.isEmpty else { return go(to: back) }
        guard visit.form != nil else {
            var items: [Item] = []
            for name in names { items.append(try await item(resource, name, visit.caller)) }
            return confirmation(
                "Delete \(AdminCount.of(items.count, resource.noun, resource.title.lowercased()))?", resource,
                items, action: back + "delete/", back: back, visit)
        }
        var failed: [Item] = []
        for name in names {
            do { try await delete(name, visit.caller) } catch {
                let refusal = RefusalMiddleware.refusal(error)
                // Somebody else was quicker.
                if refusal.status == .notFound { continue }
                var item = try await item(resource, name, visit.caller)
                item.fault = refusal.detail
                failed.append(item)
            }
        }
        guard !failed.isEmpty else { return go(to: back, done: "deleted") }
        return confirmation(
            "\(names.count - failed.count) deleted, \(failed.count) not", resource, failed, action: nil,
            back: back, status: .conflict, visit)
    }

    /// Something that is to be deleted.
    private struct Item {
        let name: RecordName
        let label: String
        var consequences = AdminRow.Consequences()
        var isReadable = true
        var fault: String?
    }

    private func item(
        _ resource: AdminResource, _ name: RecordName, _ caller: Caller
    ) async throws -> Item {
        guard let show = resource.show else { throw Self.nothing }
        do {
            let row = try await show(name, caller)
            return Item(name: name, label: row.label, consequences: row.consequences)
        } catch {
            // What cannot be read can be deleted all the same.
            guard case .failed(let reason)? = error as? ServiceError, admin.looksAfterAll(caller) else {
                throw error
            }
            return Item(
                name: name, label: "\(resource.noun) \(name)",
                consequences: AdminRow.Consequences(goes: ["what cannot be read: \(reason)"]),
                isReadable: false)
        }
    }

    private func confirmation(
        _ heading: String, _ resource: AdminResource, _ items: [Item], action: String?, back: String,
        fault: String? = nil, status: HTTPResponse.Status = .ok, _ visit: Visit
    ) -> Response {
        var values: [String: Any] = [
            "heading": heading, "backHref": back, "backTitle": resource.title, "canConfirm": action != nil,
            "action": action ?? "", "submit": items.count == 1 ? "Delete it" : "Delete them",
            "numbers": items.count == 1 && action?.hasSuffix("/\(items[0].name)/delete/") == true
                ? [] : items.map { ["number": "\($0.name)"] },
            "items": items.map { item in
                var values: [String: Any] = [
                    "itemTitle": item.label, "hasGoing": !item.consequences.goes.isEmpty,
                    "goes": item.consequences.goes.map { ["line": $0] },
                    "hasStaying": !item.consequences.stays.isEmpty,
                    "stays": item.consequences.stays.map { ["line": $0] },
                ]
                if let fault = item.fault { values["fault"] = fault }
                return values
            },
        ]
        if let fault { values["faultText"] = fault }
        return page(.confirm, heading, values, for: visit, here: resource.name, status: status)
    }
}
