package dev.winnow.report.text;

import java.util.List;

/**
 * A section of a document on an assessment, besides its findings.
 *
 * @param heading above it
 * @param lines an item each
 */
public record Section(String heading, List<String> lines) {

    public Section {
        lines = List.copyOf(lines);
    }
}
