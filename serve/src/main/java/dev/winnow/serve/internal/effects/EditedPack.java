package dev.winnow.serve.internal.effects;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.source.Language;
import dev.winnow.serve.internal.rules.RuleDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack with its unsaved edits.
 *
 * @param revision the revision of the edits
 * @param files its files
 * @param edited the names of the edited files
 * @param pack the pack; null if it has problems
 * @param problems the number of problems
 */
record EditedPack(
        long revision,
        PackFiles files,
        List<String> edited,
        @Nullable RulePack pack,
        int problems) {

    /** Reads a pack; rules may lack cases. */
    static EditedPack of(RuleDraft.Files read, Language language) {
        try {
            RulePack pack = RulePack.of(PackReader.draft(read.files(), new ArrayList<>(read.opening())))
                    .inLanguage(language);
            return new EditedPack(read.revision(), read.files(), read.edited(), pack, 0);
        } catch (PackException e) {
            return new EditedPack(
                    read.revision(),
                    read.files(),
                    read.edited(),
                    null,
                    e.problems().size());
        }
    }

    /** Whether these are the files that it was read from. */
    boolean isOf(RuleDraft.Files others) {
        return revision == others.revision()
                && files.digest().equals(others.files().digest());
    }

    /** Returns the name of a file, given by its path, relative to the pack’s folder. */
    String name(String path) {
        String folder = files.place("").file() + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }
}
