package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a pack that its rules refer to, as far as they could be read.
 *
 * @param types the fact types that its rules may match
 * @param outline the content of pack.yaml
 * @param limits the content of limits.yaml
 */
public record PackHead(FactTypes types, PackOutline outline, LimitTable limits) {

    /** Reads the files and reports their problems. */
    public static PackHead read(PackFiles files, List<Problem> problems) {
        return read(files, files.types(problems), problems);
    }

    /** Reads the files of a pack whose vocabulary.yaml has been read. */
    public static PackHead read(PackFiles files, FactTypes types, List<Problem> problems) {
        PackOutline outline = PackOutline.read(
                files.yaml("pack.yaml", problems), files.folderName(), types, RuleFiles.names(files), problems);
        LimitTable limits = LimitTable.read(
                files.yaml("limits.yaml", problems),
                outline.money(),
                Stream.concat(types.vocabulary().units().stream(), types.vocabulary().ratings().stream())
                        .toList(),
                problems);
        return new PackHead(types, outline, limits);
    }
}
