package dev.winnow.model.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final String TALENTS = """
        city lists:
          talents:
            row: Talent
            key: [field]
            has:
              field: {is: text, name: field}
              level: {is: 'one of [bachelor, master]', name: {en: level, zh: 学历}, words: {master: {zh: [硕士, 研究生]}}}
              graduates: {is: number, name: {en: graduates a year, zh: 年毕业生人数}}
        """;

    private final List<Problem> problems = new ArrayList<>();

    private Vocabulary read(String text) {
        Node root = Objects.requireNonNull(
                        TextFile.of("vocabulary.yaml", text.getBytes(StandardCharsets.UTF_8), problems))
                .parse(problems);
        return Vocabulary.of(Objects.requireNonNull(root), problems);
    }

    private DeclaredProperty graduates() {
        return Objects.requireNonNull(read(TALENTS).property("talents", "graduates"));
    }

    @Test
    void aDeclaredListIsReadLikeAnyOther() {
        Vocabulary vocabulary = read(TALENTS);
        assertThat(problems).isEmpty();
        RecordShape<?> rows = vocabulary.rows("talents");
        assertThat(rows.name()).isEqualTo("Talent");
        assertThat(rows.key()).containsExactly("field");
        assertThat(rows.stated()).extracting(Component::name).containsExactly("field", "level", "graduates");
        assertThat(rows.stated()).extracting(Component::timeless).containsExactly(true, false, false);
    }

    @Test
    void aNameFallsBackToTheOtherLanguage() {
        Vocabulary vocabulary = read(TALENTS);
        assertThat(vocabulary.words("talents", "graduates", Language.EN)).isEqualTo("graduates a year");
        assertThat(vocabulary.words("talents", "graduates", Language.ZH)).isEqualTo("年毕业生人数");
        assertThat(vocabulary.words("talents", "field", Language.ZH)).isEqualTo("field");
        assertThat(vocabulary.words("city", "talents", Language.EN)).isEqualTo("talents");
        assertThat(vocabulary.rowWords("Talent", Language.EN)).isEqualTo("talent");
        assertThat(vocabulary.word("talents", "level", "master", Language.ZH)).isEqualTo("硕士");
        assertThat(vocabulary.word("talents", "level", "bachelor", Language.ZH)).isEqualTo("bachelor");
    }

    @Test
    void aPlainChineseNameIsChinese() {
        LocalName name = Objects.requireNonNull(
                        read("project: {grant: {is: money, name: 补助}}").property("project", "grant"))
                .name();
        assertThat(name).isEqualTo(new LocalName(null, "补助"));
    }

    @Test
    void packsMayDeclareTheSameThingAlike() {
        Vocabulary one = read(TALENTS);
        Vocabulary both = one.and(read("# Another place.\n" + TALENTS), problems);
        assertThat(problems).isEmpty();
        assertThat(both.lists()).hasSize(1);
        assertThat(both.includes(one)).isTrue();
        assertThat(Vocabulary.core().includes(one)).isFalse();
        assertThat(one.includes(Vocabulary.core())).isTrue();
    }

    @Test
    void theFirstOfTwoDifferentDeclarationsCounts() {
        Vocabulary both = read("city: {talents: {is: number, name: talents}}").and(read(TALENTS), problems);
        assertThat(problems).hasSize(1);
        assertThat(both.list("talents")).isNull();
        assertThat(both.property("city", "talents")).isNotNull();
        problems.clear();
        both = read(TALENTS).and(read("city: {talents: {is: number, name: talents}}"), problems);
        assertThat(problems).hasSize(1);
        assertThat(both.list("talents")).isNotNull();
        assertThat(both.property("city", "talents")).isNull();
    }

    @Test
    void aDeclarationWithAProblemIsLeftOutAsAWhole() {
        Vocabulary vocabulary = read("""
            project:
              grant: {is: mony, name: grant}
              loans: {is: money, name: loans}
            """);
        assertThat(problems).hasSize(1);
        assertThat(vocabulary.ofProject())
                .extracting(property -> property.component().name())
                .containsExactly("loans");
    }

    @Test
    void aDocumentMadeInCodeIsCheckedAlike() {
        Place place = Place.file("made");
        Node hidden = map(place, "name", Node.scalar(place, "own\u200Ber"), "is", Node.scalar(place, "text"));
        Vocabulary vocabulary = Vocabulary.of(map(place, "project", map(place, "holder", hidden)), problems);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("made: the label contains the invisible character U+200B");
        assertThat(vocabulary.isCore()).isTrue();
    }

    private static Node map(Place place, Object... keysAndValues) {
        List<Node.Field> fields = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.add(new Node.Field((String) keysAndValues[i], place, (Node) keysAndValues[i + 1]));
        }
        return Node.map(place, fields);
    }

    @Test
    void aFolderWithoutTheFileDeclaresNothing() {
        assertThat(Vocabulary.read(java.nio.file.Path.of("src"), problems)).isSameAs(Vocabulary.core());
        assertThat(problems).isEmpty();
    }

    @Test
    void aMissingValueIsUnknown() {
        Vocabulary vocabulary = read("""
            project:
              largest: {is: yes/no, name: largest}
              grant: {is: money, name: grant}
            """);
        assertThat(problems).isEmpty();
        assertThat(vocabulary.ofProject())
                .extracting(property -> property.component().held(null))
                .containsExactly(null, null);
        assertThat(graduates().component().nullable()).isTrue();
    }

    @Test
    void aRatingHasDescribedLevelsAndAPanelMayJudgeIt() {
        Vocabulary vocabulary = read("""
            project:
              readiness:
                is: rating [weak, adequate, strong]
                name: readiness
                words: {strong: {en: [very ready, ready], zh: 强}}
                levels:
                  weak: {en: not ready, zh: 不具备}
                  adequate: {en: partly ready, zh: 基本具备}
                  strong: {en: fully ready, zh: 完全具备}
                judged: {by: panel, take: median, outlier: 2}
              team:
                is: rating 0 to 1
                name: team
                levels: {0: {en: no team, zh: 没有}, 1: {en: a team, zh: 有}}
            """);
        assertThat(problems).isEmpty();
        DeclaredProperty readiness = Objects.requireNonNull(vocabulary.property("project", "readiness"));
        Scale scale = Objects.requireNonNull(readiness.scale());
        assertThat(scale.lowest()).isEqualTo(1);
        assertThat(scale.highest()).isEqualTo(3);
        assertThat(scale.levels())
                .extracting(level -> level.number() + " " + level.called(Language.EN) + ": "
                        + level.description().inLanguage(Language.ZH))
                .containsExactly("1 weak: 不具备", "2 adequate: 基本具备", "3 very ready: 完全具备");
        assertThat(scale.levels().get(2).others()).containsExactly("ready");
        assertThat(readiness.judged()).isEqualTo(new Judged(3, Take.MEDIAN, Amount.of(2)));
        assertThat(Objects.requireNonNull(Objects.requireNonNull(vocabulary.property("project", "team"))
                                .scale())
                        .lowest())
                .isZero();
    }

    @Test
    void anOutlierIsAsFarFromTheMedianAsDeclared() {
        Judged levels = new Judged(3, Take.SPREAD, Amount.of(2));
        Judged half = new Judged(3, Take.SPREAD, Amount.of("0.5"));
        assertThat(levels.isOutlier(Figure.exactly(5, Unit.NUMBER), Figure.exactly(3, Unit.NUMBER)))
                .isTrue();
        assertThat(levels.isOutlier(Figure.exactly(4, Unit.NUMBER), Figure.exactly(3, Unit.NUMBER)))
                .isFalse();
        assertThat(half.isOutlier(Figure.exactly(50, Unit.MONEY), Figure.exactly(100, Unit.MONEY)))
                .isTrue();
        assertThat(half.isOutlier(Figure.exactly(149, Unit.MONEY), Figure.exactly(100, Unit.MONEY)))
                .isFalse();
        assertThat(new Judged(1, Take.LOWEST, null)
                        .isOutlier(Figure.exactly(9, Unit.NUMBER), Figure.exactly(1, Unit.NUMBER)))
                .isFalse();
    }
}
