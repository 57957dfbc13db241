package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what a command is given, it says so in one line and exits with 2. */
class UnusableInputTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
  }

  private void assertRefused(String message, String... arguments) {
    assertEquals(ExitStatus.UNUSABLE, run(arguments), err.toString());
    String said = err.toString().replace(folder.toString() + "/", "");
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith(message), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense|dvrsim: unknown command 'nonsense': expected one of run, ",
        "--nonsense|dvrsim: unknown option: '--nonsense'; try 'dvrsim --help'",
        "help nonsense|dvrsim: Unknown subcommand 'nonsense'; try",
        "run --nonsense|dvrsim run: Unknown option: '--nonsense'; try 'dvrsim run --help'",
        "run --jobs x|dvrsim run: Invalid value for option '--jobs': 'x' is not an int; try",
        "run --jobs 0|dvrsim: --jobs: expected at least 1, found 0",
        "run --bug lp-1|dvrsim: there is no bug lp-1; 'dvrsim bugs' lists them",
        "run --bug lp-1604115|dvrsim: there is no switch for the bug lp-1604115; 'dvrsim bugs",
        "run --bug lp-1360395 --bug lp-1360395|dvrsim: lp-1360395 is named twice",
        "replay|dvrsim replay: Missing required parameter: 'FILE'; try",
        "replay --show -1 x|dvrsim: --show: expected at least 0, found -1",
        "trace x|dvrsim trace: Missing required options: '--from=WHO', '--to=WHO'; try",
        "trace x --from a --to b --detail 4|dvrsim: --detail: expected a number from 1 to 3, found"
            + " 4",
        "trace x --from a --to b --size -1|dvrsim: --size: expected a number from 0 to 65507",
        "bench --routers 0|dvrsim: --routers: expected at least 1, found 0",
        "bench --floating-ips -1|dvrsim: --floating-ips: expected a number from 0 to",
        "fuzz --jobs 0|dvrsim: --jobs: expected at least 1, found 0",
        "fuzz --count 0|dvrsim: --count: expected at least 1, found 0",
        "fuzz --for soon|dvrsim: no time: soon; write 60s, 5m or 1h",
        "fuzz --for 12345678s|dvrsim: no time: 12345678s; write 60s, 5m or 1h",
        "fuzz --for 0m|dvrsim: no time at all: 0m; nothing would be played",
        "fuzz --profile nice|dvrsim: no profile nice; there are calm, ",
        "fuzz --tolerate nothing|dvrsim: there is no invariant nothing",
        "explore --depth 0|dvrsim: --depth: expected at least 1, found 0",
        "explore --switching often|dvrsim: --switching: workers are greenlets or threads",
        "explore --mode legacy|dvrsim: --mode: expected dvr, dvr_snat or dvr_no_external",
        "explore --mode dvr x.yaml|dvrsim: --mode is for the small cloud; x.yaml has its own hosts",
        "bugs --json|dvrsim: --json says what becomes of --check",
        "bugs lp-1|dvrsim: there is no bug lp-1; 'dvrsim bugs' lists them",
      })
  void command_badOptions_saysWhatWasExpected(String line, String message) {
    assertRefused(message, line.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replay|none.json||none.json: no such file",
        "replay|f.json|''|f.json:1:1: the file is empty",
        "replay|f.json|[1]|f.json:1:1: expected a recording, which is a JSON object",
        "replay|f.json|{\"a\" 1}|f.json:1:6: not JSON: Unexpected character ('1'",
        "replay|f.json|{}|f.json: a recording needs a text \"name\"",
        "sh|f.sh|ip netns add 'a|f.sh: line 1: the quotation does not end: ip netns add 'a",
        "run|f.yaml|hosts: {|f.yaml:1:9: while parsing a flow node (line 1): expected",
        "explore|f.yaml|scenario: x|f.yaml:1:1: expected the key 'hosts' here",
        "fuzz --known|f.yaml|- x|f.yaml:1:1: expected a scenario of dvrsim, found a list",
      })
  void command_badFile_saysWhereAndWhat(String command, String name, String text, String message)
      throws IOException {
    Path file = folder.resolve(name);
    if (text != null) {
      Files.writeString(file, text);
    }
    assertRefused("dvrsim: " + message, (command + " " + file).split(" "));
  }

  @Test
  void run_fileThatIsNoText_saysSo() throws IOException {
    Path file = folder.resolve("f.yaml");
    Files.write(file, "scenario: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("dvrsim: f.yaml: not text in UTF-8", "run", file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fuzz --out", "explore --out", "bugs --check --out"})
  void command_folderThatIsAFile_saysSoBeforeAnythingIsPlayed(String command) throws IOException {
    Files.writeString(folder.resolve("f"), "");
    String line = command + " " + folder.resolve("f").resolve("g");
    assertRefused("dvrsim: f/g: f is not a folder", line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--report", "--json"})
  void run_reportThatIsAFolder_saysSoBeforeAnythingIsPlayed(String option) throws IOException {
    Files.createDirectory(folder.resolve("d"));
    assertRefused("dvrsim: d: is a folder", "run", option, folder.resolve("d").toString());
  }

  @Test
  void replay_folderThatCannotBeMade_saysSo() throws IOException {
    Path file = folder.resolve("f.json");
    Files.writeString(
        file, "{\"name\": \"x\", \"host\": \"h\", \"agent_mode\": \"dvr\", \"events\": []}");
    assertEquals(ExitStatus.UNUSABLE, run("replay", "--emit", file.toString(), file.toString()));
    assertTrue(err.toString().contains("f.json/x.json: cannot be written: "), err.toString());
  }
}
