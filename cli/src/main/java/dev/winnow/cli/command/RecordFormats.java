package dev.winnow.cli.command;

import java.util.Iterator;
import java.util.List;

/** The formats of the commands about records, for completion. */
final class RecordFormats implements Iterable<String> {

    static final List<String> ALL = List.of("text", "json");

    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
