package dev.winnow.tables.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any number of entries come out in the order in which they were added. */
class EntrySpoolTest {

    private static Node entry(int number) {
        Place place = Place.cell("many.ndjson", number % 2 == 0 ? null : "Projects", number, 1);
        return Node.map(
                place,
                List.of(
                        field(place, "id", Node.scalar(place, "p" + number)),
                        field(place, "name", Node.scalar(place, "第" + number + "号\n\"项目\"" + "x".repeat(number % 500))),
                        field(
                                place,
                                "links",
                                Node.list(
                                        place, List.of(Node.scalar(place, "eda"), Node.scalar(place, "chip-design")))),
                        field(place, "endMarkets", Node.list(place, List.of())),
                        field(place, "fundingNeed", Node.nothing(place))));
    }

    private static Node.Field field(Place place, String key, Node value) {
        return new Node.Field(key, place, value);
    }

    private static String text(Node node) {
        String within = node.isMap()
                ? node.each().stream()
                        .map(field -> field.key() + ": " + text(field.value()))
                        .toList()
                        .toString()
                : node.items().stream().map(EntrySpoolTest::text).toList().toString();
        return node.kind() + " " + node.place() + " " + node.text() + within;
    }

    @Test
    void entriesAreReadInOrderAnyNumberOfTimes() throws IOException {
        List<String> in = new ArrayList<>();
        List<String> outcome = new ArrayList<>();
        List<String> again = new ArrayList<>();
        try (EntrySpool spool = new EntrySpool()) {
            for (int number = 1; number <= 5_000; number++) {
                in.add(text(entry(number)));
                spool.add(entry(number));
            }
            spool.each(node -> outcome.add(text(node)));
            spool.each(node -> again.add(text(node)));
        }

        assertThat(outcome).isEqualTo(in);
        assertThat(again).isEqualTo(in);
    }

    @Test
    void anEmptySpoolGivesNothing() throws IOException {
        try (EntrySpool spool = new EntrySpool()) {
            spool.each(node -> assertThat(node).as("there is none").isNull());
        }
    }
}
