using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Help : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evaluations_HelpRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Commit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Line = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WaitingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MentorId = table.Column<Guid>(type: "uuid", nullable: true),
                    KeptUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FirstAnswerAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SolvedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OpenKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_HelpRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_HelpMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evaluations_HelpMessage");

            migrationBuilder.DropTable(
                name: "Evaluations_HelpRequest");
        }
    }
}
