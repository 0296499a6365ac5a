package dev.winnow.workbench.internal.assist;

import dev.winnow.model.source.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request to rename.
 *
 * @param places the places of the old name, in all files of the pack; empty if it is refused
 * @param stated the places of the old name in the files of each given universe, in the order given; empty if it is
 *     refused
 * @param refusal why the name cannot be given; null if it can
 */
public record Renaming(
        List<Location> places,
        List<List<Location>> stated,
        @Nullable Message refusal) {

    public Renaming {
        places = List.copyOf(places);
        stated = List.copyOf(stated);
    }

    static Renaming refused(Message why) {
        return new Renaming(List.of(), List.of(), why);
    }
}
