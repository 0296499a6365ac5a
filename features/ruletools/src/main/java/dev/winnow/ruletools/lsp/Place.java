package dev.winnow.ruletools.lsp;

import dev.winnow.ruletools.lsp.Document.Folder;
import dev.winnow.workbench.internal.assist.Location;
import dev.winnow.workbench.internal.assist.Span;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * A part of a document.
 *
 * @param span the part of a line
 */
record Place(Document document, Span span) {

    /** Returns the places in the files of a folder. */
    static Stream<Place> in(Folder folder, Collection<Location> places) {
        return places.stream().map(place -> new Place(new Document(folder, place.file()), place.span()));
    }
}
