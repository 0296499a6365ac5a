package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A fact outside the components of the records: it is kept with its source and displayed, and no rule reads it.
 *
 * @param subject what it is about: the id of a project, city, chain or link, or a name of anything else
 * @param about the aspect of the subject that it describes, in few words: {@code rank among parks}
 * @param text the fact in words; null where the figure says it
 * @param figure its figure; null if it has none
 * @param contradicts what it stands against, in words; null if nothing
 * @param evidence who says so, and since when
 */
public record StatedFact(
        String subject,
        String about,
        @Nullable String text,
        @Nullable Figure figure,
        @Nullable String contradicts,
        Evidence evidence) {

    public StatedFact {
        Lists.require(subject, "subject");
        Lists.require(about, "about");
        Lists.require(evidence, "evidence");
    }
}
