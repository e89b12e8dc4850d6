import Postgres
import Testing

@Suite struct DataSourceTests {
    @Test func urisAndPairs() throws {
        let uri = try DataSource(
            parsing: "postgresql://u:p%40ss@a:1,b:2/db?target_session_attrs=read-write&connect_timeout=3")
        #expect(uri["host"] == "a,b" && uri["port"] == "1,2" && uri["dbname"] == "db")
        #expect(uri["password"] == "p@ss" && uri["connect_timeout"] == "3")
        #expect(!uri.description.contains("p@ss"))
        #expect(try DataSource(parsing: "host=/tmp user=x")["connect_timeout"] == "10")
        #expect(try DataSource(parsing: "host=a").with("host", "b")["host"] == "b")
        for malformed in ["postgresql://[", "nonsense", "host=a\0b"] {
            #expect(throws: PostgresError.self) { try DataSource(parsing: malformed) }
        }
    }

    @Test func aSettingWithNulIsRefused() throws {
        let source = try Database().source.with("application_name", "a\0b")
        #expect(failure { try Connection(source) } == .nulInStatement)
    }
}
