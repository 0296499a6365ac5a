package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TwoReportsTest {

    private static List<String> report(String scores, String screen, String power, String extra) {
        return """
                # How fast winnow is

                ## Throughput

                | evaluator | read | by CPU time of the thread | by the clock |
                |---|---|---|---|
                | fused | scores | **%s** (1–2) | **1,000** (900–1,100) |

                Pairs cost as their number to the power of: fused **%s**, between the two largest 1.00; PHREAK **1.00**.

                ## How soon it answers

                | | median, ms | × hello |
                |---|---|---|
                | ./winnow screen | 474 | **%s** |
                %s
                """.formatted(scores, power, screen, extra).lines().toList();
    }

    @Test
    void figuresOfTheSameRowAndColumnAreCompared() {
        String compared =
                TwoReports.compared(report("100,000", "15.0", "0.90", ""), report("109,000", "10.0", "1.10", ""));

        assertThat(compared).isEqualTo("""
                | section | figures | within 10 % | within 25 % | farthest |
                |---|---:|---:|---:|---:|
                | Throughput | 4 | 3 | 4 | 22 % |
                | How soon it answers | 1 | 0 | 0 | 50 % |
                | all | 5 | 3 | 4 | 50 % |

                Farther apart than a quarter:

                - How soon it answers: ./winnow screen, × hello: **15.00** and **10.00**
                """);
    }

    @Test
    void figuresOfOneReportAloneAreNotCompared() {
        assertThat(TwoReports.compared(
                        report("1", "1.0", "1.00", "| ./winnow explain | 600 | **20.0** |"),
                        report("1", "1.0", "1.00", "| ./winnow check | 600 | **40.0** |")))
                .contains("| How soon it answers | 1 | 1 | 1 | 0 % |")
                .doesNotContain("explain", "Farther");
    }
}
