package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scale of a rating: its levels, each described, so that all assessors mean the same by it.
 *
 * @param lowest the number of the first level; 0 or more
 * @param highest the number of the last level
 * @param levels the levels, ascending, one per whole number
 */
@Internal
public record Scale(int lowest, int highest, List<Level> levels) {

    /**
     * A level of a scale.
     *
     * @param number its number, as rules read it
     * @param key its name in the declaration, {@code weak}; null if levels have numbers only
     * @param name its display name; null if it has none
     * @param others its further names in files and cells
     * @param description the description of the level, in both languages
     */
    public record Level(
            int number, @Nullable String key, @Nullable LocalName name, List<String> others, LocalName description) {

        public Level {
            others = List.copyOf(others);
        }

        /** Returns its name in a language: its display name, else its key, else its number. */
        public String called(Language language) {
            return name != null ? name.inLanguage(language) : key != null ? key : String.valueOf(number);
        }
    }

    public Scale {
        levels = List.copyOf(levels);
        if (lowest < 0 || highest <= lowest || levels.size() != highest - lowest + 1) {
            throw new IllegalArgumentException("not a scale: " + lowest + " to " + highest);
        }
    }

    /** Returns the unit of ratings on this scale. */
    public Unit unit() {
        return Unit.rating(new RatingLevels(
                lowest,
                levels.stream()
                        .map(level -> new RatingLevels.Level(
                                english(level), level.name == null ? null : level.name.chinese(), others(level)))
                        .toList()));
    }

    /** Returns each level with its description, ascending: {@code 4 of 5: most of the team has run a plant together}. */
    public List<String> anchors(Language language) {
        Unit unit = unit();
        return levels.stream()
                .map(level -> Figure.exactly(level.number, unit).write(language)
                        + (language == Language.ZH ? "：" : ": ")
                        + level.description.inLanguage(language))
                .toList();
    }

    private static @Nullable String english(Level level) {
        String own = level.name == null ? null : level.name.english();
        return own == null ? level.key : own;
    }

    private static List<String> others(Level level) {
        return Stream.concat(Stream.ofNullable(level.key), level.others.stream())
                .toList();
    }
}
