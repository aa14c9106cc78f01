import FoundationEssentials
import Testing

@testable import Web

/// Figures are written as Prometheus reads them.
struct MetricTextTests {
    @Test func labelsAndHelpAreEscaped() {
        var text = MetricText()
        text.family("jobs", .gauge, "How many\n\\ there are.")
        text.sample("jobs", 1.5, ["b": "x\"y", "a": "1\\2\n3"])
        text.sample("jobs", .infinity)
        text.sample("jobs", 12)
        #expect(
            text.text == """
                # HELP jobs How many\\n\\\\ there are.
                # TYPE jobs gauge
                jobs{a="1\\\\2\\n3",b="x\\"y"} 1.5
                jobs +Inf
                jobs 12

                """)
    }

    @Test func stepsCountAllThatTookLess() {
        var histogram = DurationHistogram()
        for seconds in [0.0005, 0.001, 0.002, 1, 100] { histogram.add(seconds) }
        #expect(histogram.count == 5)
        var text = MetricText()
        text.samples("t", ["m": "GET"], histogram)
        let lines = text.text.split(separator: "\n")
        #expect(lines.first == #"t_bucket{le="0.001",m="GET"} 2"#)
        #expect(lines.contains(#"t_bucket{le="0.0025",m="GET"} 3"#))
        #expect(lines.contains(#"t_bucket{le="1",m="GET"} 4"#))
        #expect(lines.contains(#"t_bucket{le="30",m="GET"} 4"#))
        #expect(lines.contains(#"t_bucket{le="+Inf",m="GET"} 5"#))
        #expect(lines.last == #"t_count{m="GET"} 5"#)
    }

    @Test func momentsOfHeadersAreOfTheCalendar() {
        for (seconds, text) in [
            (0.0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400.9, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        ] {
            #expect(HTTPMoment.text(of: .init(timeIntervalSince1970: seconds)) == text)
        }
    }

    @Test func namesAndValuesOfQueriesAreDecoded() throws {
        let pairs = try #require(RequestTarget.query("a=1&b=x+y%20z&c&&d=%C3%BC=&a=2"))
        #expect(pairs.map { "\($0.name):\($0.value)" } == ["a:1", "b:x y z", "c:", "d:ü=", "a:2"])
        for text in ["a=%", "a=%f", "a=%FF", "%00=1", "a=ü", "a= "] {
            #expect(RequestTarget.query(text) == nil)
        }
    }
}
