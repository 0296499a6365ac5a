package dev.winnow.report.text;

import java.util.List;

/**
 * What a document says of an assessment beyond what was found.
 *
 * @param heading above it
 * @param lines an item each
 */
public record Section(String heading, List<String> lines) {

    public Section {
        lines = List.copyOf(lines);
    }
}
