package dev.winnow.ruletools.lsp;

import dev.winnow.model.source.Message;
import dev.winnow.workbench.internal.assist.Completion;
import dev.winnow.workbench.internal.assist.Span;
import dev.winnow.workbench.internal.assist.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers editor requests about a document with its unsaved edits. Positions count from 0. */
interface Answers {

    List<Completion> completions(int line, int character);

    /** Returns the meaning of the word at a position, a line each. */
    List<Message> hover(int line, int character);

    List<Place> definition(int line, int character);

    /** Returns all places that name the same thing as a position. */
    List<Place> references(int line, int character);

    /** Returns the part of the line with the name at a position if it can be renamed; else null. */
    @Nullable
    Span renamable(int line, int character);

    /** Returns why the fact at a position keeps its name; null if it can be renamed, or if there is no fact. */
    @Nullable
    Message keeping(int line, int character);

    Renamed rename(int line, int character, String name);

    /**
     * The result of a request to rename.
     *
     * @param places the places of the old name
     * @param refusal why the name cannot be given; null if it can
     * @param notice what the change leaves out; null if that is nothing
     */
    record Renamed(
            List<Place> places,
            @Nullable Message refusal,
            @Nullable Message notice) {

        public Renamed {
            places = List.copyOf(places);
        }

        static Renamed refused(Message why) {
            return new Renamed(List.of(), why, null);
        }
    }

    default List<Symbol> symbols() {
        return List.of();
    }

    /** Returns the text after formatting; null if nothing changes. */
    default @Nullable String formatted() {
        return null;
    }

    /** Returns the text; null if it is missing. */
    default @Nullable String text() {
        return null;
    }
}
