using Academy.Web;

var app = Site.Build(args);
await Site.RunAsync(app);
