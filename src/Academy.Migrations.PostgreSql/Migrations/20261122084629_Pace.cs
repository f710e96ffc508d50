using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsSettled = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_Freeze", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_LearnerPace",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WeeklyHours = table.Column<int>(type: "integer", nullable: true),
                    LastSignAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SilenceToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReferentId = table.Column<Guid>(type: "uuid", nullable: true),
                    BackSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WelcomedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WelcomeWords = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AskedToWelcomeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
