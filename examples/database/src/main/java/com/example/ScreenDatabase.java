package com.example;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseBuilder;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Screens the projects of a database for its cities, without writing files in between. */
public final class ScreenDatabase {

    private ScreenDatabase() {}

    public static void main(String... arguments) throws SQLException, IOException {
        RulePack pack = RulePack.load(Path.of("../../rules/battery"));
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            fill(database);
            // Stops at unreadable values, and lists every row with a problem.
            Universe universe = read(database, pack.vocabulary()).requireWhole();
            ScreeningResult result = Screener.of(pack).open(universe).result();
            result.explanations().forEach(ScreenDatabase::print);
        }
    }

    // region rows
    /** The columns have the names of facts, in any case and with or without underscores; NULL means unknown. */
    private static Universe read(Connection database, Vocabulary facts) throws SQLException {
        UniverseBuilder universe = Universe.builder(facts).name("database").asOf(LocalDate.of(2026, 1, 8));
        each(database, "SELECT id, name FROM city", universe::city);
        each(
                database,
                "SELECT city, end_market, output_mn_yuan || ' mn yuan' AS annual_output, as_of FROM demand",
                row -> universe.row(city(row), "demands", row));
        each(
                database,
                "SELECT city, firm, end_market FROM lead_user",
                row -> universe.row(city(row), "leadUsers", row));
        each(
                database,
                "SELECT city, id, name, track AS tracks, available_mn_yuan || ' mn yuan' AS available FROM fund",
                row -> universe.row(city(row), "funds", list(row, "tracks")));
        each(
                database,
                "SELECT city, link, iif(held, 'true', 'false') AS held FROM city_link",
                row -> universe.row(city(row), "presences", row));
        each(database, """
            SELECT id, name, owner, track, need_mn_yuan || ' mn yuan' AS funding_need, yield_rate,
              (SELECT group_concat(link) FROM project_link WHERE project = id) AS links,
              (SELECT group_concat(end_market) FROM project_market WHERE project = id) AS end_markets
            FROM project\
            """, row -> universe.project(list(list(row, "links"), "end_markets")));
        universe.entry("chains", Map.of("id", "batteries", "name", "Batteries", "links", links(database)));
        return universe.build();
    }

    private static void each(Connection database, String query, Consumer<Map<String, Object>> use) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnLabel(i), plain(rows.getObject(i)));
                }
                use.accept(row);
            }
        }
    }

    /** Converts values that must be fetched while the connection is open; all others are returned unchanged. */
    static Object plain(Object value) throws SQLException {
        if (value instanceof Clob text) {
            return text.getSubString(1, Math.toIntExact(text.length()));
        }
        return value instanceof Array list ? list.getArray() : value;
    }
    // endregion

    private static List<Map<String, Object>> links(Connection database) throws SQLException {
        List<Map<String, Object>> links = new ArrayList<>();
        each(database, "SELECT id, name, stage, upstream FROM chain_link", row -> links.add(list(row, "upstream")));
        return links;
    }

    private static String city(Map<String, Object> row) {
        return String.valueOf(row.remove("city"));
    }

    /** Returns a row in which a joined text is split into a list. */
    private static Map<String, Object> list(Map<String, Object> row, String column) {
        row.computeIfPresent(column, (name, joined) -> List.of(joined.toString().split(",")));
        return row;
    }

    private static void print(Explanation explanation) {
        Assessment one = explanation.assessment();
        System.out.printf(
                "%s, %d. %s: %s, %s to %s\n",
                one.cityName(),
                one.rank(),
                one.projectName(),
                one.verdict(),
                one.score().low().stripTrailingZeros().toPlainString(),
                one.score().high().stripTrailingZeros().toPlainString());
        explanation.findings().stream()
                .map(Finding::reason)
                .limit(2)
                .forEach(reason -> System.out.println("   " + reason));
    }

    private static void fill(Connection database) throws SQLException, IOException {
        try (InputStream script = Objects.requireNonNull(ScreenDatabase.class.getResourceAsStream("/database.sql"));
                Statement statement = database.createStatement()) {
            for (String command : new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
                if (!command.isBlank()) {
                    statement.executeUpdate(command);
                }
            }
        }
    }
}
