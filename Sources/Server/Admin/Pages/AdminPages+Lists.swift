import FoundationEssentials
import Hummingbird
import Records
import Service
import Speech
import Web

extension AdminPages {
    /// What there is, with counts.
    func index(_ visit: Visit) async throws -> Response {
        var rows: [[String: Any]] = []
        for resource in resources {
            let values = try EndpointRouter.read(["limit": 1], as: resource.query)
            let total = try await resource.list(values, visit.caller).total
            rows.append([
                "href": "/admin/\(resource.name)/", "resourceTitle": resource.title,
                "count": total.map { "\($0)" } ?? "–", "about": resource.about,
            ])
        }
        return page(.index, "What there is", ["resources": rows], for: visit)
    }

    /// The rows of a resource.
    func list(_ resource: AdminResource, _ visit: Visit) async throws -> Response {
        guard visit.form == nil else { throw Self.nothing }
        let here = "/admin/\(resource.name)/"
        let given = visit.query.filter { pair in
            resource.query.fields.contains { $0.name == pair.name }
        }
        let (rows, faults) = try await rows(resource, given, visit.caller)
        let names = await AdminNames(for: rows.rows, admin, visit.caller)
        let canMake = !resource.isMadeByAll || admin.looksAfterAll(visit.caller)
        let canDelete = resource.delete != nil && canMake
        var values: [String: Any] = [
            "heading": resource.title, "about": resource.about, "noun": resource.noun, "here": here,
            "deleteHref": here + "delete/", "canDelete": canDelete, "hasRows": !rows.rows.isEmpty,
            "caption": caption(resource, rows),
            "filters": resource.query.fields.filter { !["limit", "cursor"].contains($0.name) }.map { field in
                AdminInput(
                    field.field, text: given.first { $0.name == field.name }?.value ?? "", isFilter: true,
                    fault: faults[field.name]
                ).values
            },
            "columns": columns(resource),
            "rows": rows.rows.map { row in
                [
                    "number": row.number.map { "\($0)" } ?? "", "label": row.label,
                    "cells": cells(row, resource, names),
                ] as [String: Any]
            },
            "unreadable": rows.unreadable.map { row in
                ["unreadableNumber": "\(row.number)", "reason": row.reason].merging(
                    canDelete ? ["unreadableHref": "\(here)\(row.number)/delete/"] : [:]
                ) { $1 }
            },
        ]
        if resource.add != nil, canMake { values["addHref"] = here + "new/" }
        let kept = given.filter { $0.name != "cursor" && !$0.value.isEmpty }
        if let next = rows.next { values["nextHref"] = here + Self.query(kept + [("cursor", next)]) }
        if given.contains(where: { $0.name == "cursor" }) { values["firstHref"] = here + Self.query(kept) }
        return page(
            .list, resource.title, values, for: visit, here: resource.name,
            status: faults.isEmpty ? .ok : .badRequest)
    }

    /// The rows that are asked for; none, and what is wrong with which parameter, where that is not understood.
    private func rows(
        _ resource: AdminResource, _ given: [(name: String, value: String)], _ caller: Caller
    ) async throws -> (AdminResource.Rows, faults: [String: String]) {
        var json: [String: JSONValue] = [:]
        for (name, text) in given {
            guard let field = resource.query.fields.first(where: { $0.name == name })?.field else { continue }
            if text.isEmpty, !field.isRequired { continue }
            json[name] = field.schema.value(ofQuery: text)
        }
        let none = AdminResource.Rows(rows: [], total: nil, next: nil, unreadable: [])
        let values: RequestValues
        do throws(RequestFaults) { values = try resource.query.values(of: .object(json)) } catch {
            return (none, Dictionary(error.faults.map { ($0.place, $0.reason) }) { first, _ in first })
        }
        return (try await resource.list(values, caller), [:])
    }

    private static func query(_ pairs: [(name: String, value: String)]) -> String {
        guard !pairs.isEmpty else { return "" }
        return "?" + pairs.map { "\($0.name)=\(AdminText.encoded($0.value))" }.joined(separator: "&")
    }

    private func caption(_ resource: AdminResource, _ rows: AdminResource.Rows) -> String {
        let shown = "\(rows.rows.count) shown"
        return rows.total.map { "\(resource.title): \($0) in all, \(shown)" } ?? "\(resource.title): \(shown)"
    }

    private func columns(_ resource: AdminResource) -> [[String: Any]] {
        resource.columns.map { ["columnTitle": AdminText.title($0), "about": AdminText.title($0)] }
    }

    private func cells(_ row: AdminRow, _ resource: AdminResource, _ names: AdminNames) -> [[String: Any]] {
        resource.columns.enumerated().map { place, name in
            guard let field = row.fields.first(where: { $0.field.name == name }) else { return ["text": ""] }
            var cell = self.cell(field, names)
            if let text = cell["text"] as? String, text.count > 100 { cell["text"] = text.prefix(100) + "…" }
            // What a row is called leads to it.
            if place == 1, resource.show != nil, let number = row.number {
                cell["href"] = "/admin/\(resource.name)/\(number)/"
                if cell["text"] as? String == "–" { cell["text"] = row.label }
            }
            return cell
        }
    }

    /// What a field says, with where it leads.
    func cell(_ field: AdminField, _ names: AdminNames) -> [String: Any] {
        var cell: [String: Any] = ["text": AdminText.text(field), "isNumber": false]
        if let resource = AdminText.resource(of: field.field.name), let number = Int64(json: field.value) {
            cell["text"] = names.name(number, of: resource)
            if names.hasPage(number, of: resource) { cell["href"] = "/admin/\(resource)/\(number)/" }
        } else if case .number = field.value {
            cell["isNumber"] = field.field.name != "id"
        }
        return cell
    }
}
