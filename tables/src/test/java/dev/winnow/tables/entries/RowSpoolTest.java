package dev.winnow.tables.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows come out as they went in, however many there are. */
class RowSpoolTest {

    private static Map<String, String> row(int number) {
        return number % 3 == 0
                ? Map.of("id", "p" + number, "name", "第" + number + "号\n\"项目\"")
                : number == 17_776 ? Map.of("note", "x".repeat(100_000)) : Map.of("id", "p" + number);
    }

    @Test
    void asTheyWentInAndAsOftenAsTheyAreAskedFor() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, String>> again = new ArrayList<>();
        try (RowSpool spool = new RowSpool()) {
            for (int number = 0; number < 20_000; number++) {
                spool.add(row(number));
            }
            assertThat(spool.names()).containsExactlyInAnyOrder("id", "name", "note");
            spool.each(rows::add);
            spool.each(again::add);
        }

        assertThat(rows).hasSize(20_000);
        for (int number = 0; number < rows.size(); number++) {
            assertThat(rows.get(number)).isEqualTo(row(number));
        }
        assertThat(again).isEqualTo(rows);
    }

    @Test
    void ofNoneNothingComes() throws IOException {
        try (RowSpool spool = new RowSpool()) {
            spool.each(row -> assertThat(row).as("there is none").isNull());
            assertThat(spool.names()).isEmpty();
        }
    }
}
