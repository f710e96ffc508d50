using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AchievementsAndProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Returns",
                table: "Progress_LearnerPace",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Welcomes",
                table: "Progress_LearnerPace",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Progress_EarnedAchievement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AchievementId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_EarnedAchievement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_PublicProfile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ShowsSkills = table.Column<bool>(type: "boolean", nullable: false),
                    ShowsProjects = table.Column<bool>(type: "boolean", nullable: false),
                    ShowsAchievements = table.Column<bool>(type: "boolean", nullable: false),
                    IsFindable = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_PublicProfile", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Progress_EarnedAchievement_LearnerId_AchievementId",
                table: "Progress_EarnedAchievement",
                columns: new[] { "LearnerId", "AchievementId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Progress_PublicProfile_Address",
                table: "Progress_PublicProfile",
                column: "Address",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Progress_EarnedAchievement");

            migrationBuilder.DropTable(
                name: "Progress_PublicProfile");

            migrationBuilder.DropColumn(
                name: "Returns",
                table: "Progress_LearnerPace");

            migrationBuilder.DropColumn(
                name: "Welcomes",
                table: "Progress_LearnerPace");
        }
    }
}
