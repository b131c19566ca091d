//! t
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let config = fluxlet_standin::Config { token: "oracle-token".into(), bucket: "w".into(), ..Default::default() };
    let s = fluxlet_standin::Standin::start(config).await.unwrap();
    eprintln!("{} {}", s.url(), s.org_id());
    std::future::pending::<()>().await;
}
