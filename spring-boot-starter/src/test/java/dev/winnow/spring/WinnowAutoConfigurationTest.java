package dev.winnow.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.universe.Universe;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** The beans of an application, by properties and class path. */
class WinnowAutoConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WinnowAutoConfiguration.class));
    private final ApplicationContextRunner chips =
            application.withPropertyValues("winnow.pack=" + ChipsPack.PACK, "winnow.universe=" + ChipsPack.UNIVERSE);

    @Test
    void withoutAPackNoBeansAreDefined() {
        application.run(
                context -> assertThat(context).doesNotHaveBean(RulePack.class).doesNotHaveBean(Screener.class));
    }

    @Test
    void classPathAndFolderGiveTheSamePackAndUniverse() {
        chips.run(context -> {
            RulePack folder = RulePack.load(ChipsPack.SHIPPED);
            assertThat(context.getBean(RulePack.class).digest()).isEqualTo(folder.digest());
            Universe universe = Universe.read(folder.vocabulary(), Path.of("../seeds/chips-act"));
            assertThat(context.getBean(Universe.class).digest()).isEqualTo(universe.digest());
            assertThat(context.getBean(Screener.class)
                            .screen(context.getBean(Universe.class))
                            .assessments())
                    .isEqualTo(Screener.of(folder).screen(universe).assessments());
        });
    }

    @Test
    void aUniverseMayStateFactsOfOtherPacks() {
        application
                .withPropertyValues(
                        "winnow.pack=classpath:dev/winnow/rules/battery",
                        "winnow.facts-of=classpath:dev/winnow/rules/semiconductor",
                        "winnow.universe=classpath:dev/winnow/seeds/illustrative")
                .run(context -> {
                    assertThat(context.getBean(Universe.class).problems()).isEmpty();
                    assertThat(context.getBean(ScreeningService.class)
                                    .screen(
                                            "request.yaml",
                                            "projects: [{id: one, name: One, linkedFirms: 3}]",
                                            Locale.ENGLISH)
                                    .screening()
                                    .assessments())
                            .isNotEmpty();
                });
        application
                .withPropertyValues(
                        "winnow.pack=" + ChipsPack.PACK,
                        "winnow.universe=" + ChipsPack.UNIVERSE,
                        "winnow.facts-of=../rules/non")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("../rules/non: rule pack not found"));
    }

    @Test
    void withoutAPropertyNoUniverseIsDefined() {
        application
                .withPropertyValues("winnow.pack=" + ChipsPack.SHIPPED)
                .run(context ->
                        assertThat(context).doesNotHaveBean(Universe.class).hasSingleBean(ScreeningService.class));
    }

    @Test
    void theApplicationsUniverseTakesPrecedence() {
        Universe own = Universe.builder().build();
        chips.withBean(Universe.class, () -> own)
                .run(context -> assertThat(context.getBean(Universe.class)).isSameAs(own));
    }

    @Test
    void metricsHealthAndWebAreOptional() {
        chips.withClassLoader(new FilteredClassLoader(
                        "io.micrometer.core", "org.springframework.boot.health", "org.springframework.web"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(ScreeningService.class)
                                    .screen(context.getBean(Universe.class), Locale.ENGLISH)
                                    .screening()
                                    .assessments())
                            .isNotEmpty();
                });
    }

    @Test
    void screeningsAreMeasured() {
        chips.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            context.getBean(ScreeningService.class).screen(context.getBean(Universe.class), Locale.ENGLISH);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("winnow.screening")
                            .tags("pack", "chips-act", "outcome", "screened")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("winnow.assessments").counters().stream()
                            .mapToDouble(counter -> counter.count())
                            .sum())
                    .isEqualTo(context.getBean(Screener.class)
                            .screen(context.getBean(Universe.class))
                            .assessments()
                            .size());
        });
    }

    @Test
    void healthNamesTheCurrentPack() {
        chips.run(context -> {
            RulePack pack = context.getBean(RulePack.class);
            assertThat(context.getBean(HealthIndicator.class)
                            .health()
                            .getDetails()
                            .get("pack"))
                    .asString()
                    .contains(pack.digest(), pack.version(), ChipsPack.PACK);
        });
    }

    @Test
    void healthCanBeDisabled() {
        chips.withPropertyValues("management.health.winnow.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void aWebApplicationWritesTheContractAndProblems() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(WinnowAutoConfiguration.class))
                .withPropertyValues("winnow.pack=" + ChipsPack.PACK)
                .run(context -> assertThat(context)
                        .hasSingleBean(ScreenedConverter.class)
                        .hasSingleBean(ScreeningProblems.class));
    }

    @Test
    void packProblemsAreReportedAtStart(@org.junit.jupiter.api.io.TempDir Path folder) {
        ChipsPack broken =
                ChipsPack.in(folder).edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true");
        application.withPropertyValues("winnow.pack=" + broken.folder()).run(context -> {
            FailureAnalysis told = Objects.requireNonNull(
                    new InvalidInputAnalyzer().analyze(Objects.requireNonNull(context.getStartupFailure())));
            assertThat(told.getDescription().replace(folder.toString(), ""))
                    .startsWith("The rule pack cannot be used.\n\n/chips-act/broader-impacts.drl:")
                    .contains("`Project` has no `upsideShared`", "did you mean `upsideSharing`?");
            assertThat(told.getAction()).isEqualTo("Mend the files of the pack, or set winnow.pack to another.");
        });
    }

    @Test
    void aMissingUniverseIsReported() {
        application
                .withPropertyValues("winnow.pack=" + ChipsPack.SHIPPED, "winnow.universe=../seeds/chip-act")
                .run(context -> {
                    FailureAnalysis told = Objects.requireNonNull(
                            new InvalidInputAnalyzer().analyze(Objects.requireNonNull(context.getStartupFailure())));
                    assertThat(told.getDescription())
                            .isEqualTo("The universe cannot be read.\n\n"
                                    + "../seeds/chip-act: there is no such file or folder\n"
                                    + "   | did you mean `../seeds/chips-act`?");
                    assertThat(told.getAction())
                            .isEqualTo("Mend its files, or set winnow.universe to other files or folders. Packs that"
                                    + " declare its facts besides winnow.pack are named by winnow.facts-of.");
                });
    }

    @Test
    void aPackOrUniverseMissingOnTheClassPathIsReported() {
        application
                .withPropertyValues("winnow.pack=classpath:rules/batery")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("rules/batery: rule pack not found on the class path"));
        application
                .withPropertyValues("winnow.pack=" + ChipsPack.PACK, "winnow.universe=classpath:seeds/none")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("1 problem in the universe `classpath:seeds/none`:\n"
                                + "classpath:seeds/none: the folder contains no universe file"));
    }

    @Test
    void invalidPropertiesAreReported() {
        chips.withPropertyValues("winnow.reload.interval=0s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("winnow.reload.interval must be positive, such as 2s"));
        chips.withPropertyValues("winnow.limits.pairs=0")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("winnow.limits.pairs must be positive, such as 5000"));
        chips.withPropertyValues("winnow.limits.waiting=-1s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("winnow.limits.waiting must not be negative"));
        application
                .withPropertyValues(
                        "winnow.pack=" + ChipsPack.PACK, "winnow.universe=" + ChipsPack.UNIVERSE + ",seeds/x")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage(
                                "winnow.universe must name files and folders, or places on the class path, not both:"
                                        + " [classpath:dev/winnow/seeds/chips-act, seeds/x]"));
    }

    @Test
    void propertiesHaveMetadataForEditors() throws IOException {
        try (InputStream metadata = Objects.requireNonNull(
                WinnowProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(
                            "\"winnow.pack\"",
                            "\"winnow.universe\"",
                            "\"winnow.facts-of\"",
                            "\"winnow.reload.enabled\"",
                            "\"winnow.reload.interval\"",
                            "Interval at which its files are checked.",
                            "\"winnow.limits.document\"",
                            "\"winnow.limits.pairs\"",
                            "\"winnow.limits.concurrent\"",
                            "\"winnow.limits.waiting\"",
                            "\"winnow.limits.time\"",
                            "\"winnow.records.place\"",
                            "\"winnow.records.read-only\"",
                            "\"handle-as\"");
        }
    }
}
