using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LearningTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt");

            migrationBuilder.AddColumn<bool>(
                name: "Graded_Passes",
                table: "Progress_ProjectResult",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Graded_Percent",
                table: "Progress_ProjectResult",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Graded_ReleaseId",
                table: "Progress_ProjectResult",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Graded_Xp",
                table: "Progress_ProjectResult",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LeftOut",
                table: "Grading_Regrade",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "EndedAt",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HandedInAt",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: false,
                defaultValue: -1);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TeamChanges",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Household",
                table: "Accounts_User",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherLanguages",
                table: "Accounts_User",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Enrolment_AttemptMember",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    FailedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolment_AttemptMember", x => new { x.AttemptId, x.LearnerId });
                    table.ForeignKey(
                        name: "FK_Enrolment_AttemptMember_Enrolment_Attempt_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Enrolment_Attempt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Appeal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    IsLatest = table.Column<bool>(type: "INTEGER", nullable: false),
                    JudgedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Appeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_BusyTime",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_BusyTime", x => new { x.PersonId, x.StartsAt });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_CalendarFeed",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_CalendarFeed", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Case",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Case", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Evaluation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RoomName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CalendarId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitingSince = table.Column<long>(type: "INTEGER", nullable: false),
                    BookedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                    Flag = table.Column<int>(type: "INTEGER", nullable: true),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Evaluation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_EvaluationSheet",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_EvaluationSheet", x => x.EvaluationId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Evaluator",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PerDay = table.Column<int>(type: "INTEGER", nullable: true),
                    TakesRecorded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Evaluator", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_GivenFeedback",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Precise = table.Column<int>(type: "INTEGER", nullable: false),
                    Useful = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_GivenFeedback", x => new { x.EvaluationId, x.LearnerId });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_HelpRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Line = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WaitingSince = table.Column<long>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    KeptUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstAnswerAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_HelpRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Incident",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgainstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Incident", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_LedgerEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromAccount = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ToAccount = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_LedgerEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_LineComment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_LineComment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_MarkChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    FromPercent = table.Column<int>(type: "INTEGER", nullable: true),
                    ToPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Cause = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_MarkChange", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_OpenUnit",
                columns: table => new
                {
                    EvaluatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_OpenUnit", x => new { x.EvaluatorId, x.StartsAt });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_PointAccount",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Balance = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_PointAccount", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Recording",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FileType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Recording", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_WeeklyTime",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedUntil = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_WeeklyTime", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Work",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaptainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ReleaseId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GraderPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    HandedInAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Needed = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    IsSearching = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsFirst = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rung = table.Column<byte>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Work", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "Notifications_Notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Arguments = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsShown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications_Notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notifications_NoticeChoice",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    InSite = table.Column<bool>(type: "INTEGER", nullable: false),
                    ByMail = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications_NoticeChoice", x => new { x.PersonId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "Notifications_Webhook",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Events = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProtectedSecret = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications_Webhook", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_Freeze",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    IsSettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_Freeze", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_LearnerPace",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WeeklyHours = table.Column<int>(type: "INTEGER", nullable: true),
                    LastSignAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SilenceToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReferentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BackSince = table.Column<long>(type: "INTEGER", nullable: true),
                    WelcomedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WelcomeWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    AskedToWelcomeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_LearnerPace", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_WorkMark",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Mark_Passes = table.Column<bool>(type: "INTEGER", nullable: false),
                    Mark_Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    Mark_ReleaseId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mark_Xp = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_WorkMark", x => new { x.AttemptId, x.LearnerId });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_HelpMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_HelpMessage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evaluations_HelpMessage_Evaluations_HelpRequest_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Evaluations_HelpRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_WorkMember",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_WorkMember", x => new { x.AttemptId, x.LearnerId });
                    table.ForeignKey(
                        name: "FK_Evaluations_WorkMember_Evaluations_Work_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Evaluations_Work",
                        principalColumn: "AttemptId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notifications_WebhookDelivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WebhookId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    TriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Response = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications_WebhookDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_WebhookDelivery_Notifications_Webhook_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Notifications_Webhook",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt",
                columns: new[] { "LearnerId", "ProjectSlug" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_User_Household",
                table: "Accounts_User",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_AttemptMember_LearnerId",
                table: "Enrolment_AttemptMember",
                column: "LearnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_AttemptMember_LearnerId_ProjectSlug",
                table: "Enrolment_AttemptMember",
                columns: new[] { "LearnerId", "ProjectSlug" },
                unique: true,
                filter: "\"IsCurrent\"");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Appeal_AttemptId",
                table: "Evaluations_Appeal",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Appeal_LearnerId",
                table: "Evaluations_Appeal",
                column: "LearnerId",
                unique: true,
                filter: "\"IsLatest\"");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Appeal_State",
                table: "Evaluations_Appeal",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_BusyTime_EvaluationId",
                table: "Evaluations_BusyTime",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CalendarFeed_Hash",
                table: "Evaluations_CalendarFeed",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Case_AttemptId",
                table: "Evaluations_Case",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Case_EvaluationId",
                table: "Evaluations_Case",
                column: "EvaluationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Case_State",
                table: "Evaluations_Case",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Evaluation_AttemptId_EvaluatorId",
                table: "Evaluations_Evaluation",
                columns: new[] { "AttemptId", "EvaluatorId" },
                unique: true,
                filter: "\"IsHeld\"");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Evaluation_EvaluatorId_StartsAt",
                table: "Evaluations_Evaluation",
                columns: new[] { "EvaluatorId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Evaluation_State_StartsAt",
                table: "Evaluations_Evaluation",
                columns: new[] { "State", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_GivenFeedback_EvaluatorId_At",
                table: "Evaluations_GivenFeedback",
                columns: new[] { "EvaluatorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_HelpMessage_RequestId",
                table: "Evaluations_HelpMessage",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_HelpRequest_AttemptId",
                table: "Evaluations_HelpRequest",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_HelpRequest_FirstAnswerAt",
                table: "Evaluations_HelpRequest",
                column: "FirstAnswerAt");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_HelpRequest_OpenKey",
                table: "Evaluations_HelpRequest",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_HelpRequest_State_WaitingSince",
                table: "Evaluations_HelpRequest",
                columns: new[] { "State", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Incident_At",
                table: "Evaluations_Incident",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Incident_EvaluationId",
                table: "Evaluations_Incident",
                column: "EvaluationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_FromAccount_At",
                table: "Evaluations_LedgerEntry",
                columns: new[] { "FromAccount", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_Key",
                table: "Evaluations_LedgerEntry",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_SubjectId",
                table: "Evaluations_LedgerEntry",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_ToAccount_At",
                table: "Evaluations_LedgerEntry",
                columns: new[] { "ToAccount", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LineComment_EvaluationId",
                table: "Evaluations_LineComment",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_MarkChange_At",
                table: "Evaluations_MarkChange",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_MarkChange_AttemptId_At",
                table: "Evaluations_MarkChange",
                columns: new[] { "AttemptId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_OpenUnit_EvaluationId",
                table: "Evaluations_OpenUnit",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_OpenUnit_StartsAt",
                table: "Evaluations_OpenUnit",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_WeeklyTime_EvaluatorId",
                table: "Evaluations_WeeklyTime",
                column: "EvaluatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Work_State_WaitingSince",
                table: "Evaluations_Work",
                columns: new[] { "State", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_WorkMember_LearnerId",
                table: "Evaluations_WorkMember",
                column: "LearnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Notice_PersonId_Key",
                table: "Notifications_Notice",
                columns: new[] { "PersonId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Notice_PersonId_ReadAt",
                table: "Notifications_Notice",
                columns: new[] { "PersonId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Notice_ReadAt",
                table: "Notifications_Notice",
                column: "ReadAt");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_WebhookDelivery_State_DueAt",
                table: "Notifications_WebhookDelivery",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_WebhookDelivery_WebhookId_Event_Key",
                table: "Notifications_WebhookDelivery",
                columns: new[] { "WebhookId", "Event", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Progress_Freeze_LearnerId_From",
                table: "Progress_Freeze",
                columns: new[] { "LearnerId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Progress_Freeze_Open",
                table: "Progress_Freeze",
                column: "LearnerId",
                unique: true,
                filter: "NOT \"IsSettled\"");

            migrationBuilder.CreateIndex(
                name: "IX_Progress_LearnerPace_LastSignAt",
                table: "Progress_LearnerPace",
                column: "LastSignAt");

            migrationBuilder.CreateIndex(
                name: "IX_Progress_LearnerPace_ReferentId",
                table: "Progress_LearnerPace",
                column: "ReferentId");

            migrationBuilder.CreateIndex(
                name: "IX_Progress_WorkMark_LearnerId_ProjectSlug",
                table: "Progress_WorkMark",
                columns: new[] { "LearnerId", "ProjectSlug" });

            // Until now every attempt was one learner's. 1 is Working and Confirmed, 3 is Validated.
            migrationBuilder.Sql("""
                UPDATE "Enrolment_Attempt" SET "State" = CASE WHEN "ValidatedAt" IS NULL THEN 1 ELSE 3 END;
                INSERT INTO "Enrolment_AttemptMember" ("AttemptId", "LearnerId", "ProjectSlug", "State", "ChangedAt", "IsCurrent")
                SELECT "Id", "LearnerId", "ProjectSlug", 1, "StartedAt", 1 FROM "Enrolment_Attempt";
                """);

            // Until now every mark was the grader's.
            migrationBuilder.Sql("""
                UPDATE "Progress_ProjectResult" SET "Graded_Percent" = "BestPercent", "Graded_Xp" = "Xp",
                    "Graded_ReleaseId" = "ReleaseId", "Graded_Passes" = "ValidatedAt" IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Enrolment_AttemptMember");

            migrationBuilder.DropTable(
                name: "Evaluations_Appeal");

            migrationBuilder.DropTable(
                name: "Evaluations_BusyTime");

            migrationBuilder.DropTable(
                name: "Evaluations_CalendarFeed");

            migrationBuilder.DropTable(
                name: "Evaluations_Case");

            migrationBuilder.DropTable(
                name: "Evaluations_Evaluation");

            migrationBuilder.DropTable(
                name: "Evaluations_EvaluationSheet");

            migrationBuilder.DropTable(
                name: "Evaluations_Evaluator");

            migrationBuilder.DropTable(
                name: "Evaluations_GivenFeedback");

            migrationBuilder.DropTable(
                name: "Evaluations_HelpMessage");

            migrationBuilder.DropTable(
                name: "Evaluations_Incident");

            migrationBuilder.DropTable(
                name: "Evaluations_LedgerEntry");

            migrationBuilder.DropTable(
                name: "Evaluations_LineComment");

            migrationBuilder.DropTable(
                name: "Evaluations_MarkChange");

            migrationBuilder.DropTable(
                name: "Evaluations_OpenUnit");

            migrationBuilder.DropTable(
                name: "Evaluations_PointAccount");

            migrationBuilder.DropTable(
                name: "Evaluations_Recording");

            migrationBuilder.DropTable(
                name: "Evaluations_WeeklyTime");

            migrationBuilder.DropTable(
                name: "Evaluations_WorkMember");

            migrationBuilder.DropTable(
                name: "Notifications_Notice");

            migrationBuilder.DropTable(
                name: "Notifications_NoticeChoice");

            migrationBuilder.DropTable(
                name: "Notifications_WebhookDelivery");

            migrationBuilder.DropTable(
                name: "Progress_Freeze");

            migrationBuilder.DropTable(
                name: "Progress_LearnerPace");

            migrationBuilder.DropTable(
                name: "Progress_WorkMark");

            migrationBuilder.DropTable(
                name: "Evaluations_HelpRequest");

            migrationBuilder.DropTable(
                name: "Evaluations_Work");

            migrationBuilder.DropTable(
                name: "Notifications_Webhook");

            migrationBuilder.DropIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_User_Household",
                table: "Accounts_User");

            migrationBuilder.DropColumn(
                name: "Graded_Passes",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "Graded_Percent",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "Graded_ReleaseId",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "Graded_Xp",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "LeftOut",
                table: "Grading_Regrade");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "HandedInAt",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "TeamChanges",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "Household",
                table: "Accounts_User");

            migrationBuilder.DropColumn(
                name: "OtherLanguages",
                table: "Accounts_User");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt",
                columns: new[] { "LearnerId", "ProjectSlug" },
                unique: true);
        }
    }
}
