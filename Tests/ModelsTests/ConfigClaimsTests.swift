import Testing

@testable import Models

@Suite struct ConfigClaimsTests {
    private func claims(size: Int?, working: String?) -> ConfigClaims {
        ConfigClaims(
            path: "/m/config.json", family: "BERT", sizes: [("hidden_size", size, 8)],
            workings: [("hidden_act", working, "gelu")])
    }

    @Test(arguments: [(8, "gelu"), (nil, nil), (nil, "gelu"), (8, nil)] as [(Int?, String?)])
    func whatIsTrueOrNotSaidIsNoFault(size: Int?, working: String?) throws {
        try claims(size: size, working: working).check()
    }

    @Test func anotherSizeThanThatOfTheWeightsIsDamage() {
        let reason = "its hidden_size is 9, and the weights are for 8"
        #expect(throws: ModelError.damaged(path: "/m/config.json", reason: reason)) {
            try claims(size: 9, working: nil).check()
        }
    }

    @Test func anotherWayToComputeIsNotSupported() {
        let what = "its hidden_act is relu, and BERT's is gelu"
        #expect(throws: ModelError.unsupported(path: "/m/config.json", what: what)) {
            try claims(size: 8, working: "relu").check()
        }
    }
}
