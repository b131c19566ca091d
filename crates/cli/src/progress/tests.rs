//! The line drawn on a screen of paper, by a clock that is paused.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{Context, Engine, Error, Redactor};

use super::Progress;

/// What is on a terminal.
#[derive(Clone, Default)]
struct Screen(Arc<Mutex<Vec<u8>>>);

impl io::Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Screen {
    /// Returns what has been written, and the line that can be seen.
    fn look(&self) -> (String, String) {
        let written = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let mut line: Vec<char> = Vec::new();
        let mut column = 0;
        for character in written.chars() {
            match character {
                '\r' => column = 0,
                _ => {
                    line.resize(line.len().max(column + 1), ' ');
                    line[column] = character;
                    column += 1;
                }
            }
        }
        (written, line.into_iter().collect::<String>().trim_end().to_owned())
    }
}

/// Answers after the seconds that the path names.
struct Slow;

impl HttpClient for Slow {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, Error>> {
        Box::pin(async move {
            let seconds = request.target.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap();
            tokio::time::sleep(Duration::from_secs_f64(seconds)).await;
            Ok(Response { status: 204, headers: Default::default(), body: Default::default() })
        })
    }
}

/// Makes the calls of `paths` at once, and looks at the screen at times in seconds, each with what can be seen.
async fn check(paths: &[&str], width: fn() -> usize, looks: &[(f64, &str)]) {
    let (screen, redactor) = (Screen::default(), Redactor::new());
    redactor.add("hidden-one");
    let progress = Progress::on(Box::new(screen.clone()), width, redactor);
    let context = Context::new().with_host("http://h:1").unwrap().with_token("t").unwrap();
    let context = context.with_http(progress.watch(Slow));
    let engine = Engine::new().unwrap();
    let calls: Vec<_> = paths
        .iter()
        .map(|path| {
            let script = format!("import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"{path}\")");
            let (program, context) = (engine.compile(&script).unwrap(), context.clone());
            tokio::spawn(async move { program.run(&context).await.map(drop) })
        })
        .collect();
    let start = tokio::time::Instant::now();
    for (time, expected) in looks {
        tokio::time::sleep_until(start + Duration::from_secs_f64(*time)).await;
        assert_eq!(screen.look().1, *expected, "after {time} s of {paths:?}");
    }
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(screen.look().1, "", "after {paths:?}");
}

#[tokio::test(start_paused = true)]
async fn a_call_is_told_of_while_it_lasts() {
    let looks = [(0.9, ""), (1.1, "GET http://h:1/wait/3.5: 1 s"), (3.2, "GET http://h:1/wait/3.5: 3 s"), (3.6, "")];
    check(&["/wait/3.5"], || 80, &looks).await;
    check(&["/hidden-one/2"], || 80, &[(1.5, "GET http://h:1/[secret]/2: 1 s")]).await;
    check(&["/0.9"], || 80, &[(0.8, "")]).await;
}

#[tokio::test(start_paused = true)]
async fn the_line_fits_the_terminal() {
    check(&["/wait/3"], || 12, &[(1.5, "GET ht: 1 s")]).await;
    check(&["/wait/3"], || 4, &[(1.5, ": 1")]).await;
    check(&["/wait/3"], || 0, &[(1.5, "")]).await;
}

#[tokio::test(start_paused = true)]
async fn the_oldest_of_several_is_told_of() {
    let looks = [(1.5, "GET http://h:1/5.5 and 1 more: 1 s"), (4.2, "GET http://h:1/5.5: 4 s")];
    check(&["/5.5", "/3.9"], || 80, &looks).await;
}

#[tokio::test(start_paused = true)]
async fn the_line_makes_room() {
    let screen = Screen::default();
    let progress = Progress::on(Box::new(screen.clone()), || 80, Redactor::new());
    let context = Context::new().with_host("http://h:1").unwrap().with_token("t").unwrap();
    let context = context.with_http(progress.watch(Slow));
    let script = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/9\")";
    let program = Engine::new().unwrap().compile(script).unwrap();
    let call = tokio::spawn(async move { program.run(&context).await.map(drop) });
    let later = async |milliseconds| tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    later(1500).await;
    progress.clear();
    assert_eq!(screen.look().1, "");
    later(1000).await;
    assert_eq!(screen.look().1, "GET http://h:1/9: 2 s");
    progress.close();
    let (written, line) = screen.look();
    assert_eq!(line, "");
    later(2000).await;
    assert_eq!(screen.look().0, written, "nothing is drawn any more");
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    assert_eq!(screen.look().1, "");
}
