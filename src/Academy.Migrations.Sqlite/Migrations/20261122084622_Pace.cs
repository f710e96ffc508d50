using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Pace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Progress_Freeze");

            migrationBuilder.DropTable(
                name: "Progress_LearnerPace");
        }
    }
}
